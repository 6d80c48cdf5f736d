import { glob, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load.ts';
import { requireBrowser } from '../require.ts';
import { violations } from './accessibility.ts';
import { measureDeck } from '../../src/slides/measure.ts';
import { launch, openPage } from './browser.ts';
import { buildSite } from './build.ts';
import { firstView } from './first-view.ts';
import { type Served, serveSite } from './serve.ts';

const suite = await requireBrowser();
const lessons = (await loadCourse(resolve())).lessons.map(({ slug }) => slug);
const KB = 1000;

/** The course as it is published, with its committed proofs: what the sample cannot say of the real lessons. */
suite('le cours publié', () => {
  let folder: string;
  let browser: Browser;
  let site: Served;
  beforeAll(async () => {
    folder = await buildSite();
    browser = await launch();
    site = await serveSite(folder);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  // Each slide is visited once, for all that is looked at on it. What is not of a slide is looked at on the first.
  describe.concurrent(
    'every slide fits its frame and can be read; axe finds nothing on any slide, nor on the page',
    () => {
      test.for(lessons)('%s', { timeout: 600_000 }, async (lesson, { expect }) => {
        const { page, mishaps } = await openPage(browser);
        const problems: string[] = [];
        let part: string | undefined;
        const slides = await measureDeck(page, `${site.url}${lesson}/diapos/`, async (id) => {
          problems.push(...(await violations(page, part)).map((violation) => `#/${id} ${violation}`));
          part = 'section.present';
        });
        for (const { id, troubles } of slides) {
          const grave = troubles.filter(({ code }) => code !== 'diapo-defile' && code !== 'diapo-dessin-petit');
          problems.push(...grave.map(({ what }) => `#/${id} ${what}`));
        }
        await page.goto(`${site.url}${lesson}/`);
        problems.push(...(await violations(page)), ...mishaps);
        await page.context().close();
        expect(problems).toEqual([]);
        expect(slides.length).toBeGreaterThan(2);
      });
    },
  );

  test('every lesson has its deck and its page', async () => {
    const built = (await Array.fromAsync(glob('*/diapos/index.html', { cwd: folder }))).map(
      (deck) => deck.split('/')[0],
    );
    expect(built.sort()).toEqual([...lessons].sort());
  });

  test('a check that is typed in a machine says how it gets there, and on which prompt; another does not', async () => {
    const read = (lesson: string) => readFile(join(folder, lesson, 'index.html'), 'utf8');
    const swarm = await read('swarm');
    expect(swarm).toContain('docker cp verifier.sh vagrantbox-1:/root/orchestre/swarm/');
    expect(swarm).not.toMatch(/class="snippet check"[^>]*><div class="bar"><span class="name">\$/);
    expect(await read('reseau')).not.toContain('docker cp verifier.sh');
  });

  test('pages stay within 25 KB, decks within 60 KB', async () => {
    for (const lesson of lessons) {
      expect(await firstView(folder, `${lesson}/diapos/index.html`), lesson).toBeLessThanOrEqual(60 * KB);
      expect(await firstView(folder, `${lesson}/index.html`), lesson).toBeLessThanOrEqual(25 * KB);
    }
  });
});
