import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load.ts';
import { type Drawer, MermaidError, openDrawer } from '../../src/drawing/mermaid/drawer.ts';
import { drawingNames, drawingsFolder } from '../../src/drawing/mermaid/files.ts';
import { svgOf } from '../../src/drawing/svg.ts';
import { CHROMIUM, requireBrowser } from '../require.ts';

const NODES = `flowchart TB
  U([kubectl]):::externe -->|API| CP
  subgraph CP [control plane]
    A[kube-apiserver]:::controle --- E[(etcd)]:::controle
  end
  subgraph N1 [nœud 1]
    K1[kubelet]:::agent --> P1(Pod):::pod
  end
  subgraph N2 [nœud 2]
    K2[kubelet]:::agent --> P2(Pod web-2<br/>CrashLoopBackOff):::echec
  end
  CP --- N1
  CP --- N2
  class CP controle
  class N1,N2 noeud`;
const LOOP = `flowchart LR
  O[observer] --> C[comparer]
  S[spec] --> C
  C -->|il en manque 1| A[agir]
  A -.->|recommence| O`;
const SEQUENCE = `sequenceDiagram
  participant K as kubectl
  participant A as kube-apiserver
  K->>A: POST Deployment web
  loop toujours
    A-->>K: 201 created
  end`;
const STATES = `stateDiagram-v2
  direction LR
  [*] --> Pending
  Pending --> Running: conteneurs lancés
  Running --> [*]
  class Running pret`;

const LABELS = { id: 'essai', title: 'Essai', description: 'Essai.', fingerprint: '' };
const root = resolve(import.meta.dirname, '../..');
const suite = await requireBrowser();

suite('mermaid in a browser', () => {
  let drawer: Drawer;
  beforeAll(async () => {
    drawer = await openDrawer(CHROMIUM);
  });
  afterAll(() => drawer[Symbol.asyncDispose]());
  const textsOf = async (code: string) =>
    (await drawer.draw(code)).flatMap((mark) => (mark.shape === 'text' ? [mark] : []));

  test.each([NODES, LOOP, SEQUENCE, STATES])('another browser draws the same, byte for byte: %#', async (code) => {
    await using other = await openDrawer(CHROMIUM);
    const drawings = [await other.draw(code), await drawer.draw(code), await drawer.draw(code)];
    expect(new Set(drawings.map((marks) => svgOf(marks, 'light', LABELS))).size).toBe(1);
  });

  test('frames stand in the author’s order, and each has the title at its corner', async () => {
    const titles = (await textsOf(NODES)).filter(({ role }) => role === 'title');
    const [one, two] = ['nœud 1', 'nœud 2'].map((text) => titles.find((title) => title.text === text)?.x ?? 0);
    expect(one).toBeLessThan(two ?? 0);
  });

  test('a loop reads from the box that its author named first', async () => {
    const labels = (await textsOf(LOOP)).filter(({ role }) => role === 'label');
    const x = (text: string) => labels.find((label) => label.text === text)?.x ?? Number.NaN;
    expect(x('observer')).toBeLessThan(x('comparer'));
    expect(x('comparer')).toBeLessThan(x('agir'));
  });

  test('what mermaid cannot read is refused with the line of the fence', async () => {
    const refusal = drawer.draw('flowchart LR\n  A --> B\n  C -->> [D');
    await expect(refusal).rejects.toThrow(MermaidError);
    await expect(refusal).rejects.toMatchObject({ line: 3 });
  });
});

suite('the drawings of the course', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  describe.each(['light', 'dark'])('%s', (mode) => {
    test('are small, and no text leaves its box or touches another', async () => {
      for (const [path, svg] of await drawingsOf(mode)) {
        expect(gzipSync(svg).length, path).toBeLessThan(7 * 1024);
        await page.setContent(`<body style="margin:0">${svg}</body>`);
        expect(await page.evaluate(collisions), path).toEqual([]);
      }
    });

    test('show as pictures, in their size', async () => {
      for (const [path, svg] of await drawingsOf(mode)) {
        const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
        const width = await page.evaluate(async (src) => {
          const image = Object.assign(new Image(), { src });
          await image.decode();
          return image.naturalWidth;
        }, source);
        expect(svg, path).toContain(` width="${width}"`);
      }
    });
  });
});

/** What is not drawn yet is the check's matter. */
async function drawingsOf(mode: string): Promise<[string, string][]> {
  const { lessons } = await loadCourse(root);
  const paths = lessons.flatMap((lesson) => drawingNames(lesson).map((name) => `${drawingsFolder(lesson)}/${name}`));
  const texts = await Promise.all(
    paths
      .filter((path) => path.endsWith(`.${mode}.svg`))
      .map(async (path) => [path, await readFile(join(root, path), 'utf8').catch(() => '')] as [string, string]),
  );
  return texts.filter(([, svg]) => svg !== '');
}

/** Runs in the page. */
function collisions(): string[] {
  const picture = document.querySelector('svg')!.getBoundingClientRect();
  const texts = [...document.querySelectorAll('text')].map((text) => ({
    words: text.textContent ?? '',
    // Lines of one label stand close: what counts is the letters, not their line's whole height.
    box: DOMRect.fromRect(text.getBoundingClientRect()),
  }));
  const boxes = [picture, ...[...document.querySelectorAll('rect')].map((rect) => rect.getBoundingClientRect())];
  const cut = texts.filter(({ box }) => {
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const around = boxes.filter((each) => each.left < x && x < each.right && each.top < y && y < each.bottom);
    const smallest = around.sort((a, b) => a.width - b.width)[0];
    return smallest === undefined || box.left < smallest.left + 2 || box.right > smallest.right - 2;
  });
  const touching = texts.flatMap((a, index) =>
    texts
      .slice(index + 1)
      .filter(
        (b) =>
          Math.min(a.box.right, b.box.right) > Math.max(a.box.left, b.box.left) &&
          Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 6,
      )
      .map((b) => `${a.words} / ${b.words}`),
  );
  return [...cut.map(({ words }) => words), ...touching];
}
