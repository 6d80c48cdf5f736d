import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requireBrowser } from '../require.ts';
import { launch, openPage } from './browser.ts';
import { buildSample } from './build.ts';
import { SAMPLE_PAGES } from './sample.ts';
import { type Served, serveSite } from './serve.ts';

const suite = await requireBrowser();
const BASE = '/orchestre/';

suite('lecture', () => {
  let browser: Browser;
  let site: Served;
  beforeAll(async () => {
    browser = await launch();
    site = await serveSite(await buildSample({ base: BASE }), { base: BASE });
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  const lesson = () => `${site.url}essai/`;

  test('under /orchestre/ every page loads whole, without an error and without another host', async () => {
    const { page, mishaps } = await openPage(browser);
    const missing: string[] = [];
    page.on('response', (response) => response.status() >= 400 && missing.push(response.url()));
    for (const path of [...SAMPLE_PAGES, 'essai/diapos/']) {
      await page.goto(`${site.url}${path}`);
      await page.waitForLoadState('networkidle');
    }
    // Files, not pages: a browser that shows one asks for an icon of its own accord.
    for (const path of ['essai/fichiers.zip', 'essai/fichiers/whoami.yaml', 'essai/sorties/s2.txt']) {
      expect((await page.request.get(`${site.url}${path}`)).ok(), path).toBe(true);
    }
    expect(missing).toEqual([]);
    expect(mishaps).toEqual([]);
  });

  test('a figure that the text quotes is what its snippet printed, on the page and in the notes', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}suite/`);
    expect(await page.locator('main').innerText()).toContain('La réponse a mis 2,4\u00a0s.');
    await page.goto(`${site.url}suite/diapos/`);
    expect(await page.locator('aside.notes').allTextContents()).toContainEqual(expect.stringContaining('2,4\u00a0s'));
  });

  test('drawings come later without moving the text', async () => {
    const { page } = await openPage(browser);
    const tops = () =>
      page
        .locator('main :is(h2, h3, .snippet)')
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
    await page.route('**/*.svg', (route) => route.abort());
    await page.goto(lesson());
    const without = await tops();
    await page.unroute('**/*.svg');
    await page.reload();
    await page.locator('.diagram img.on-light').scrollIntoViewIfNeeded();
    await expect
      .poll(() => page.locator('.diagram img.on-light').evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBe(480);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    expect(await tops()).toEqual(without);
  });

  test('the buttons of the boxes come later, where nothing makes way for them', async () => {
    const { page } = await openPage(browser);
    const places = () =>
      page
        .locator('main :is(.bar .name, .bar a, .snippet)')
        .evaluateAll((all) => all.map((each) => [each.getBoundingClientRect().top, each.getBoundingClientRect().left]));
    await page.route('**/page-later*', (route) => route.abort());
    await page.goto(lesson(), { waitUntil: 'networkidle' });
    expect(await page.locator('.bar button').count()).toBe(0);
    const without = await places();
    await page.unroute('**/page-later*');
    await page.reload({ waitUntil: 'networkidle' });
    await page.locator('.bar:has(a) button').first().waitFor();
    expect(await places()).toEqual(without);
  });

  test('`…` unfolds in place to all that was printed, and back', async () => {
    const { page } = await openPage(browser);
    await page.goto(lesson());
    const output = page.locator('#extrait-s2 .output');
    const elided = output.locator('> pre');
    expect(await elided.innerText()).toContain('…');
    await output.getByText('tout ce qui a été affiché').click();
    await expect.poll(() => output.locator('.whole pre').innerText()).toMatch(/^NAME [^]*\nligne 1\n[^]*\nligne 20$/);
    expect(await elided.isVisible()).toBe(false);
    await output.getByText('revenir à l’essentiel').click();
    expect(await elided.isVisible()).toBe(true);
  });

  test('without scripts `…` leads to the text', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(lesson());
    await page.getByText('tout ce qui a été affiché').click();
    const href = await page.locator('#extrait-s2 .whole a').getAttribute('href');
    expect(await (await fetch(new URL(href ?? '', page.url()))).text()).toContain('ligne 20');
  });

  test('a wait is one line that unfolds to its command; nothing offers to watch an exercise fail', async () => {
    const { page } = await openPage(browser);
    await page.goto(lesson());
    const wait = page.locator('#extrait-s1 .wait');
    const line = await wait.locator('summary').innerText();
    expect(line.replaceAll('\u00A0', ' ')).toBe('attend que le déploiement de deployment/whoami soit terminé · 3,4 s');
    expect(await wait.locator('.command').isVisible()).toBe(false);
    await wait.locator('summary').click();
    expect(await wait.locator('.command').innerText()).toBe('kubectl rollout status deployment/whoami --timeout=60s\n');
    expect(await page.locator('#extrait-s1 [data-replay]').innerText()).toBe('revoir');
    expect(await page.locator('.exercise [data-replay]').count()).toBe(0);
  });

  test('a reader finishes a lesson, and finds it marked in the plan; once more, and it is not', async () => {
    const { page } = await openPage(browser);
    await page.goto(lesson());
    const marked = page.locator('.finished');
    expect(await marked.count()).toBe(0);
    await page.getByRole('button', { name: 'J’ai fini cette leçon' }).click();
    expect(await page.locator('.lessons .finished').count()).toBe(1);
    await page.goto(site.url);
    expect(await page.locator('.plan h3').first().innerText()).toMatch(/ fini$/);
    await page.goto(lesson());
    await page.getByRole('button', { name: 'J’ai fini cette leçon' }).click();
    expect(await marked.count()).toBe(0);
  });

  test('on a telephone long lines can wrap, everywhere and from then on; short ones offer nothing', async () => {
    const { page } = await openPage(browser, { viewport: { width: 390, height: 844 } });
    await page.goto(lesson());
    const snippet = page.locator('#extrait-s2');
    await snippet.scrollIntoViewIfNeeded();
    const scrolls = () => snippet.locator('.output').evaluate((box) => box.scrollWidth > box.clientWidth);
    expect(await scrolls()).toBe(true);
    await snippet.getByRole('button', { name: 'à la ligne' }).click();
    expect(await scrolls()).toBe(false);
    await page.reload();
    expect(await scrolls()).toBe(false);
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.locator('#extrait-s6').scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('#extrait-s6 [data-wrap]').count()).toBe(0);
  });

  test('at 1280 pixels the contents stand beside the text; a line under the header says how far one is', async () => {
    const { page } = await openPage(browser);
    await page.goto(lesson());
    expect(await page.locator('.toc .contents').isVisible()).toBe(true);
    const read = () =>
      page.locator('.site-header').evaluate((header) => new DOMMatrix(getComputedStyle(header, '::after').transform).a);
    expect(await read()).toBeCloseTo(0, 1);
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
    await expect.poll(read).toBeCloseTo(1, 1);
  });

  test('a lesson leads to the glossary where it uses what an earlier one has explained', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}suite/`);
    const terms = page.locator('main .gloss');
    expect(await terms.allInnerTexts()).toEqual(['orchestrateurs']);
    expect(await terms.getAttribute('href')).toBe('/orchestre/glossaire/#orchestrateur');
    await page.goto(`${site.url}suite/diapos/`);
    expect(await page.locator('.gloss').count()).toBe(0);
  });

  test('a lesson leads to its source and to where errors are told; a page of the site’s own does not', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}suite/`);
    const edit = page.locator('.site-footer').getByRole('link', { name: 'Modifier cette page' });
    expect(await edit.getAttribute('href')).toBe(
      'https://github.com/exemple/orchestre/edit/main/content/02-suite/lecon.mdx',
    );
    const report = page.locator('.site-footer').getByRole('link', { name: 'Signaler une erreur' });
    expect(await report.getAttribute('href')).toContain('/issues/new?title=Le%C3%A7on+2%2C');
    await page.goto(`${site.url}glossaire/`);
    expect(await edit.count()).toBe(0);
  });

  test('two columns stand side by side, and one under the other on a telephone; a picture fits its column', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}suite/`);
    const tops = () =>
      page.locator('.column').evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().top)));
    expect(new Set(await tops()).size).toBe(1);
    const picture = page.getByAltText('Trois machines, une par nœud.');
    await expect.poll(() => picture.evaluate((it) => (it as HTMLImageElement).naturalWidth)).toBeGreaterThan(1000);
    const fits = () =>
      picture.evaluate(
        (it) => it.getBoundingClientRect().right <= (it.parentElement?.getBoundingClientRect().right ?? 0),
      );
    expect(await fits()).toBe(true);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(new Set(await tops()).size).toBe(2);
    expect(await fits()).toBe(true);
  });

  test('« copier » takes the command alone, without prompt and output', async () => {
    const { page } = await openPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(lesson());
    const snippet = page.locator('#extrait-s2');
    await snippet.locator('[data-copy]').click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('kubectl get pods -l app=whoami -o wide');
    expect(await snippet.locator('[data-copy]').innerText()).toBe('copié');
  });

  test('of a long file there are the first lines; the rest comes when it is asked for, and nobody copies a part', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}suite/`);
    const box = page.locator('.snippet', { hasText: 'communes.csv' });
    expect((await box.locator('.code').innerText()).trim()).toBe('nom,population\nParis,2103778');
    await expect.poll(() => page.locator('[data-copy]').count()).toBeGreaterThan(0);
    expect(await box.locator('[data-copy]').count()).toBe(0);
    await box.getByText('lire ce fichier en entier (4\u00a0lignes)').click();
    await expect.poll(() => box.locator('.script pre').textContent()).toMatch(/^nom,population\n[^]*Nice,357737$/);
  });

  test('the theme follows the system, then the reader, and stays from page to page', async () => {
    const { page } = await openPage(browser, { colorScheme: 'dark' });
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await page.goto(lesson());
    expect(await ground()).toBe('rgb(18, 21, 29)');
    await page.locator('[data-theme-toggle]').click();
    expect(await ground()).toBe('rgb(253, 252, 249)');
    await page.goto(`${lesson()}diapos/`);
    expect(await ground()).toBe('rgb(253, 252, 249)');
  });

  test('an exercise shows the check before the work; its solution is closed, and shows it after', async () => {
    const { page } = await openPage(browser);
    await page.goto(lesson());
    const before = page.locator('.exercise .foot');
    expect(await before.innerText()).toMatch(/avant votre travail\s: échec attendu \(code 1\)/);
    const check = page.locator('#extrait-s5');
    expect(await check.locator('.code').innerText()).toBe('bash verifier.sh\n');
    expect(await check.locator('.script pre').isVisible()).toBe(false);
    const href = await page.locator('.exercise a[download]').getAttribute('href');
    const script = await (await fetch(new URL(href ?? '', page.url()))).text();
    expect(script).toMatch(/^set -e\ntest "/);
    await check.getByText('lire verifier.sh').click();
    expect(`${(await check.locator('.script pre').innerText()).trimEnd()}\n`).toBe(script);
    const after = page.locator('#extrait-s5-apres .foot');
    expect(await after.isVisible()).toBe(false);
    await page.getByText('Voir la solution').click();
    expect(await after.innerText()).toMatch(/une fois le travail fait\s: vérifié/);
    const next = page.locator('.solution + p');
    expect(await next.innerText()).toBe('La leçon suivante repart de cinq.');
  });

  test('on a telephone nothing hides a heading; a drawing is whole in the column, and large when asked for', async () => {
    const { page } = await openPage(browser, { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
    await page.goto(`${lesson()}#la-boucle-de-reconciliation`);
    const bottom = await page.locator('.site-header').evaluate((header) => header.getBoundingClientRect().bottom);
    expect(await page.locator(':target').evaluate((it) => it.getBoundingClientRect().top)).toBeGreaterThan(bottom);
    const drawing = page.locator('.diagram img.on-light');
    expect(await drawing.evaluate((it) => it.getBoundingClientRect().width)).toBeLessThanOrEqual(358);
    expect(await page.locator('.diagram figcaption').innerText()).toBe('Figure 1 · agrandir');
    await page.waitForLoadState('networkidle');
    await page.getByRole('link', { name: 'Agrandir la figure 1' }).click();
    const large = page.locator('.enlarged img.on-light');
    expect(await large.evaluate((it) => it.getBoundingClientRect().height)).toBeGreaterThan(500);
    await page.keyboard.press('Escape');
    expect(await page.locator('.enlarged').count()).toBe(0);
  });

  test('a link leads from a lesson’s page, and from its deck, to the same place', async () => {
    const { page } = await openPage(browser);
    for (const from of ['suite/', 'suite/diapos/']) {
      await page.goto(`${site.url}${from}`);
      const href = await page.getByText('leçon précédente').first().getAttribute('href');
      expect(href).toBe('/orchestre/essai/#l-api-declarative');
    }
    await page.goto(`${site.url}essai/#l-api-declarative`);
    expect(await page.locator('h2:target').innerText()).toBe('L’API déclarative');
  });
});
