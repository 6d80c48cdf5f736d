import { glob } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requireBrowser } from '../require.ts';
import { violations } from './accessibility.ts';
import { launch, openDeck, openPage, slidesOf } from './browser.ts';
import { buildSite } from './build.ts';
import { firstView } from './first-view.ts';
import { type Served, serveSite } from './serve.ts';
import { problemsOfDeck } from './slide-problems.ts';

const suite = await requireBrowser();
const KB = 1000;

/** The course as it is published, with its committed proofs: what the sample cannot say of the real lessons. */
suite('le cours publié', () => {
  let folder: string;
  let browser: Browser;
  let site: Served;
  let decks: string[];
  beforeAll(async () => {
    folder = await buildSite();
    browser = await launch();
    site = await serveSite(folder);
    decks = (await Array.fromAsync(glob('*/diapos/index.html', { cwd: folder }))).map(dirname).sort();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test('every slide of every lesson fits its frame and can be read', async () => {
    const { page, mishaps } = await openPage(browser);
    const problems: string[] = [];
    for (const deck of decks) problems.push(...(await problemsOfDeck(page, `${site.url}${deck}/`)));
    expect(problems).toEqual([]);
    expect(mishaps).toEqual([]);
    expect(decks.length).toBeGreaterThanOrEqual(3);
  });

  test('axe finds nothing on any page and any slide', async () => {
    const { page, mishaps } = await openPage(browser);
    for (const deck of decks) {
      await page.goto(`${site.url}${dirname(deck)}/`);
      expect(await violations(page), deck).toEqual([]);
      await openDeck(page, `${site.url}${deck}/`);
      for await (const id of slidesOf(page)) expect(await violations(page), `${deck}/#/${id}`).toEqual([]);
    }
    expect(mishaps).toEqual([]);
  });

  test('pages stay within 25 KB, decks within 60 KB', async () => {
    for (const deck of decks) {
      expect(await firstView(folder, `${deck}/index.html`), deck).toBeLessThanOrEqual(60 * KB);
      expect(await firstView(folder, `${dirname(deck)}/index.html`), dirname(deck)).toBeLessThanOrEqual(25 * KB);
    }
  });
});
