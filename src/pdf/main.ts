import { mkdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { loadCourse } from '../course/load.ts';
import { withBuiltSite } from '../slides/built-site.ts';

export interface PdfOptions {
  readonly root: string;
  /** Slugs of lessons, all where there are none; `--notes` puts each slide's notes under it, `--dossier=DIR`. */
  readonly args: readonly string[];
  readonly stdout: (line: string) => void;
}

/**
 * `npm run pdf`: the deck and the page of each lesson, with outline, links and structure for screen readers.
 * @throws where a lesson does not exist, the site is not built, or there is no browser
 */
export async function pdf({ root, args, stdout }: PdfOptions): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { notes: { type: 'boolean', default: false }, dossier: { type: 'string', default: 'pdf' } },
  });
  const { lessons } = await loadCourse(root);
  const known = lessons.map(({ slug }) => slug);
  const unknown = positionals.find((slug) => !known.includes(slug));
  if (unknown !== undefined) throw new Error(`aucune leçon « ${unknown} »\n→ choisissez parmi : ${known.join(', ')}`);
  const folder = resolve(root, values.dossier);
  await mkdir(folder, { recursive: true });
  await withBuiltSite(root, async ({ url, browser }) => {
    for (const slug of positionals.length === 0 ? known : positionals) {
      const query = values.notes ? '?print-pdf&notes' : '?print-pdf';
      const deck = join(folder, `${slug}-diapositives${values.notes ? '-notes' : ''}.pdf`);
      await print(browser, `${url}${slug}/diapos/${query}`, { path: deck, ready: 'html.deck' });
      const page = join(folder, `${slug}.pdf`);
      await print(browser, `${url}${slug}/`, { path: page, ready: 'main' });
      for (const file of [deck, page]) stdout(relative(process.cwd(), file));
    }
  });
}

async function print(browser: Browser, url: string, { path, ready }: { path: string; ready: string }): Promise<void> {
  const page = await browser.newPage({ colorScheme: 'light' });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForSelector(ready, { state: 'attached' });
  await drawingsOf(page);
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true, outline: true, tagged: true, format: 'A4' });
  await page.close();
}

/** A drawing that no screen has shown is not there yet. */
function drawingsOf(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const drawings = [...document.images].filter((image) => !image.matches('.on-dark'));
    for (const image of drawings) image.loading = 'eager';
    await Promise.all(drawings.map((image) => image.decode().catch(() => undefined)));
  });
}
