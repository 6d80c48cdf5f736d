import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteFile } from '../../src/presenter/site-files.ts';
import { requireBrowser } from '../require.ts';
import { violations } from './accessibility.ts';
import { launch, openPage } from './browser.ts';
import { buildSample } from './build.ts';
import { type Served, serveSite } from './serve.ts';

const suite = await requireBrowser();
const BASE = '/orchestre/';

suite('recherche', () => {
  let folder: string;
  let browser: Browser;
  let site: Served;
  beforeAll(async () => {
    folder = await buildSample({ base: BASE });
    browser = await launch();
    site = await serveSite(folder, { base: BASE });
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  const field = (page: Page) => page.getByRole('combobox', { name: 'Chercher dans le cours' });
  const options = (page: Page) => page.getByRole('option');

  async function look(page: Page, term: string): Promise<void> {
    await page.locator('[data-search] input').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(term);
    await page.locator('.found').getByText(`pour «\u00A0${term}\u00A0»`).waitFor();
  }

  test('nothing of it is fetched before its first key; then only from the site, and without an error', async () => {
    const { page, mishaps } = await openPage(browser);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    const search = () => fetched.filter((path) => /search|pagefind/.test(path));
    await page.goto(`${site.url}glossaire/`, { waitUntil: 'networkidle' });
    expect(search()).toEqual([]);
    await look(page, 'réconciliation');
    expect(search().length).toBeGreaterThan(0);
    expect(search().every((path) => path.startsWith(BASE))).toBe(true);
    expect(mishaps).toEqual([]);
  });

  test('a word in another form finds its slide, by the slide’s title and its lesson; Enter goes there', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}suite/`);
    await look(page, 'réconciliations');
    const first = options(page).first();
    expect(await first.locator('strong').innerText()).toBe('La boucle de réconciliation');
    expect(await first.locator('small').innerText()).toMatch(/^Leçon\s1\s: /);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/orchestre/essai/#la-boucle-de-reconciliation');
    expect(await page.locator(':target').innerText()).toBe('La boucle de réconciliation');
  });

  test.each([
    ['orchestrateur', 'Glossaire', 'glossaire/#orchestrateur'],
    ['kubectl get', 'Index des commandes', 'commandes/#commande-kubectl-get'],
  ])('« %s » finds its entry: %s', async (term, place, path) => {
    const { page } = await openPage(browser);
    await page.goto(site.url);
    await look(page, term);
    await options(page).filter({ hasText: place }).first().click();
    await page.waitForURL(`**/orchestre/${path}`);
    expect(await page.locator(':target').innerText()).toContain(term);
  });

  test('the arrows choose, around the end too, and screen readers are told; Escape closes', async () => {
    const { page } = await openPage(browser);
    await page.goto(site.url);
    await look(page, 'kubectl');
    const count = await options(page).count();
    expect(count).toBeGreaterThan(1);
    const chosen = () => field(page).getAttribute('aria-activedescendant');
    expect(await chosen()).toBeNull();
    await page.keyboard.press('ArrowDown');
    expect(await chosen()).toBe(await options(page).first().getAttribute('id'));
    expect(await options(page).first().getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowUp');
    expect(await chosen()).toBe(await options(page).last().getAttribute('id'));
    expect(await field(page).getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await field(page).getAttribute('aria-expanded')).toBe('false');
    expect(await page.locator('.found').isVisible()).toBe(false);
  });

  test('what is nowhere is said to be nowhere', async () => {
    const { page } = await openPage(browser);
    await page.goto(site.url);
    await look(page, 'zzyzx');
    expect(await page.getByRole('status').innerText()).toBe('Rien pour «\u00A0zzyzx\u00A0»');
    expect(await options(page).count()).toBe(0);
  });

  test.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('axe finds nothing on its results in %s at %i pixels, which the window holds', async (scheme, width) => {
    const { page } = await openPage(browser, { colorScheme: scheme, viewport: { width, height: 720 } });
    await page.goto(`${site.url}essai/`);
    await look(page, 'kubectl');
    await page.keyboard.press('ArrowDown');
    expect(await violations(page)).toEqual([]);
    const box = await page.locator('.found').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(720);
  });

  test('the field comes without moving anything', async () => {
    const { page } = await openPage(browser, { viewport: { width: 390, height: 844 } });
    const tops = () =>
      page
        .locator('header :is(a, button), h1')
        .evaluateAll((all) => all.map((each) => [each.getBoundingClientRect().left, each.getBoundingClientRect().top]));
    await page.route('**/_astro/p*.js', (route) => route.abort());
    await page.goto(site.url);
    expect(await page.locator('[data-search] input').count()).toBe(0);
    const without = await tops();
    await page.unroute('**/_astro/p*.js');
    await page.reload();
    await page.locator('[data-search] input').waitFor();
    expect(await tops()).toEqual(without);
  });

  test('without scripts, and on a deck, there is none', async () => {
    const bare = await openPage(browser, { javaScriptEnabled: false });
    await bare.page.goto(site.url);
    expect(await bare.page.locator('input').count()).toBe(0);
    const { page } = await openPage(browser);
    await page.goto(`${site.url}essai/diapos/`, { waitUntil: 'networkidle' });
    await page.keyboard.press('/');
    expect(await page.locator('input').count()).toBe(0);
  });

  test('it works under the policy of the presenter’s bridge too', async () => {
    const files = { folder, decks: new Map(), bundle: new Map(), speakerView: [] };
    const bridge = createServer(async ({ url = '/', headers }, response) => {
      const path = url.replace(BASE, '/').replace(/[?#].*$/, '');
      const { status, type, body, policy } = await siteFile(path, headers.host ?? '', files);
      response.writeHead(status, { 'Content-Type': type, 'Content-Security-Policy': policy }).end(body);
    });
    await new Promise<void>((listening) => bridge.listen(0, '127.0.0.1', listening));
    const { page, mishaps } = await openPage(browser);
    await page.goto(`http://127.0.0.1:${(bridge.address() as AddressInfo).port}${BASE}`);
    await look(page, 'réconciliation');
    expect(await options(page).count()).toBeGreaterThan(0);
    expect(mishaps).toEqual([]);
    await page.close();
    bridge.closeAllConnections();
    bridge.close();
  });

  test('only what is searched with is published: none of pagefind’s own looks', async () => {
    expect((await readdir(join(folder, 'pagefind'))).filter((file) => /ui|highlight|unknown/.test(file))).toEqual([]);
  });
});
