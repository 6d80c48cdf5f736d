import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requireBrowser } from '../require.ts';
import { violations } from './accessibility.ts';
import { measureDeck } from '../../src/slides/measure.ts';
import { launch, openPage } from './browser.ts';
import { buildSite } from './build.ts';
import { firstView } from './first-view.ts';
import { type Served, serveSite } from './serve.ts';

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

  // Each slide is visited once, for all that is looked at on it, each deck in a page of its own.
  test('every slide of every lesson fits its frame and can be read; axe finds nothing on any slide and any page', async () => {
    const look = async (deck: string): Promise<string[]> => {
      const { page, mishaps } = await openPage(browser);
      const problems: string[] = [];
      const slides = await measureDeck(page, `${site.url}${deck}/`, async (id) => {
        problems.push(...(await violations(page)).map((violation) => `${deck}/#/${id} ${violation}`));
      });
      for (const { id, troubles } of slides) {
        const grave = troubles.filter(({ code }) => code !== 'diapo-defile' && code !== 'diapo-dessin-petit');
        problems.push(...grave.map(({ what }) => `${deck}/#/${id} ${what}`));
      }
      await page.goto(`${site.url}${dirname(deck)}/`);
      problems.push(...(await violations(page)), ...mishaps);
      await page.context().close();
      return problems;
    };
    // All decks at once would be nineteen browsers' worth of memory.
    const lanes = Array.from({ length: 3 }, async (_, lane) => {
      const found: string[] = [];
      for (const deck of decks.filter((_deck, index) => index % 3 === lane)) found.push(...(await look(deck)));
      return found;
    });
    expect((await Promise.all(lanes)).flat()).toEqual([]);
    expect(decks.length).toBeGreaterThanOrEqual(3);
  }, 900_000);

  test('a check that is typed in a machine says how it gets there, and on which prompt; another does not', async () => {
    const read = (lesson: string) => readFile(join(folder, lesson, 'index.html'), 'utf8');
    const swarm = await read('swarm');
    expect(swarm).toContain('docker cp verifier.sh vagrantbox-1:/root/orchestre/swarm/');
    expect(swarm).not.toMatch(/class="snippet check"[^>]*><div class="bar"><span class="name">\$/);
    expect(await read('reseau')).not.toContain('docker cp verifier.sh');
  });

  test('pages stay within 25 KB, decks within 60 KB', async () => {
    for (const deck of decks) {
      expect(await firstView(folder, `${deck}/index.html`), deck).toBeLessThanOrEqual(60 * KB);
      expect(await firstView(folder, `${dirname(deck)}/index.html`), dirname(deck)).toBeLessThanOrEqual(25 * KB);
    }
  });
});
