import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Drawer, MermaidError } from '../../../../src/drawing/mermaid/drawer.ts';
import { staleDiagrams } from '../../../../src/drawing/mermaid/stale.ts';
import { updateDiagrams } from '../../../../src/drawing/mermaid/update.ts';
import { courseWith } from '../../../fixtures/course-of.ts';
import { BODY_LINE, fence, lessonOf } from '../../../fixtures/lesson-source.ts';
import { boxAt } from './marks.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'diagrammes-'));
});
afterEach(() => rm(root, { recursive: true }));

const courseOf = (...codes: string[]) => ({
  ...courseWith([], [lessonOf(codes.map((code) => fence('mermaid alt="Un dessin."', code)).join('\n\n'))]),
  root,
});
const codesOf = async (...codes: string[]) => (await staleDiagrams(courseOf(...codes))).map(({ code }) => code);
const folder = () => join(root, 'content/01-essai/diagrammes');

/** Draws one box; refuses the word « faux » in its second line. */
const openDrawer = (): Promise<Drawer> =>
  Promise.resolve({
    draw: (code) =>
      code.includes('faux') ? Promise.reject(new MermaidError('Parse error', 2)) : Promise.resolve([boxAt(0, 0)]),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  });

test('a fence without drawings is drawn twice, light and dark; then all is up to date', async () => {
  expect(await codesOf('flowchart LR')).toEqual(['diagramme-absent']);
  await updateDiagrams(courseOf('flowchart LR'), { openDrawer });
  expect(await readdir(folder())).toEqual(['d1.dark.svg', 'd1.light.svg']);
  expect(await codesOf('flowchart LR')).toEqual([]);
});

test('what is up to date is not drawn again: no browser is opened', async () => {
  await updateDiagrams(courseOf('flowchart LR'), { openDrawer });
  const never = () => Promise.reject(new Error('no browser should be opened'));
  expect(await updateDiagrams(courseOf('flowchart LR'), { openDrawer: never })).toMatchObject({ drawn: [] });
});

test('a fence that has changed is outdated', async () => {
  await updateDiagrams(courseOf('flowchart LR'), { openDrawer });
  expect(await codesOf('flowchart TB')).toEqual(['diagramme-perime']);
});

test.each<[string, (svg: string) => string]>([
  ['cut short', (svg) => svg.slice(0, svg.length / 2)],
  ['cut before its seal', () => '<svg'],
  ['edited by hand', (svg) => svg.replace('rx="4"', 'rx="5"')],
])('a drawing %s is outdated, and drawn again', async (_how, spoil) => {
  await updateDiagrams(courseOf('flowchart LR'), { openDrawer });
  const file = join(folder(), 'd1.dark.svg');
  const whole = await readFile(file, 'utf8');
  await writeFile(file, spoil(whole));
  expect(await codesOf('flowchart LR')).toEqual(['diagramme-perime']);
  await updateDiagrams(courseOf('flowchart LR'), { openDrawer });
  expect(await readFile(file, 'utf8')).toBe(whole);
});

test('a drawing that Git has given other ends of lines is up to date', async () => {
  await updateDiagrams(courseOf('flowchart LR'), { openDrawer });
  const file = join(folder(), 'd1.dark.svg');
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll('\n', '\r\n'));
  expect(await codesOf('flowchart LR')).toEqual([]);
});

test('a drawing of no fence is an orphan, and goes', async () => {
  await mkdir(folder(), { recursive: true });
  await writeFile(join(folder(), 'd7.light.svg'), '<svg/>');
  expect(await staleDiagrams(courseOf())).toMatchObject([
    { file: 'content/01-essai/diagrammes/d7.light.svg', code: 'diagramme-orphelin' },
  ]);
  await updateDiagrams(courseOf(), { openDrawer });
  expect(await readdir(folder())).toEqual([]);
});

test('what mermaid refuses is said at its line, and the other fences are drawn', async () => {
  const { drawn, findings } = await updateDiagrams(courseOf('flowchart LR\n faux', 'flowchart LR'), { openDrawer });
  expect(findings).toMatchObject([{ line: BODY_LINE + 2, code: 'diagramme-syntaxe' }]);
  expect(findings[0]?.message).toContain('Parse error');
  expect(drawn).toEqual(['content/01-essai/diagrammes/d2.light.svg', 'content/01-essai/diagrammes/d2.dark.svg']);
});
