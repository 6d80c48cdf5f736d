import { mkdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { lessonsNamed } from '../course/lesson-named.ts';
import { loadCourse } from '../course/load.ts';
import { withBuiltSite } from '../slides/built-site.ts';
import { readOptions } from './options.ts';

export interface PdfOptions {
  readonly root: string;
  /** The command line behind the script's name. */
  readonly args: readonly string[];
  readonly stdout: (line: string) => void;
  /** Where the site is published, with a slash at its end: what its other pages are linked as. */
  readonly site?: string;
}

/**
 * `npm run pdf`: the deck and the page of each lesson, with outline, links and structure for screen readers.
 * @throws where the command line cannot be understood, a lesson does not exist, the site is not built, or there is no browser
 */
export async function pdf({ root, args, stdout, site }: PdfOptions): Promise<void> {
  const options = readOptions(args);
  const course = await loadCourse(root);
  const lessons = lessonsNamed(course.lessons, options.lessons, (reason) => new Error(reason));
  const folder = resolve(root, options.folder);
  await mkdir(folder, { recursive: true });
  await withBuiltSite(root, async ({ url, browser }) => {
    const links = { from: url, to: site };
    for (const { slug } of lessons) {
      const query = options.notes ? '?print-pdf&notes' : '?print-pdf';
      const deck = join(folder, `${slug}-diapositives${options.notes ? '-notes' : ''}.pdf`);
      await print(browser, `${url}${slug}/diapos/${query}`, { path: deck, ready: 'html.deck', links });
      const page = join(folder, `${slug}.pdf`);
      await print(browser, `${url}${slug}/`, { path: page, ready: 'main', links });
      for (const file of [deck, page]) stdout(relative(process.cwd(), file));
    }
  });
}

interface Print {
  readonly path: string;
  /** Selects what is there once the page can be printed. */
  readonly ready: string;
  readonly links: Links;
}

async function print(browser: Browser, url: string, { path, ready, links }: Print): Promise<void> {
  const page = await browser.newPage({ colorScheme: 'light' });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForSelector(ready, { state: 'attached' });
  await drawingsOf(page);
  await page.evaluate(publish, links);
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true, outline: true, tagged: true, format: 'A4' });
  await page.close();
}

interface Links {
  /** The address that the site is served at while it is printed, which nobody has afterwards. */
  readonly from: string;
  readonly to: string | undefined;
}

/** Runs in the page. Links to its other pages lead where it is published; where it is not, they are text. */
function publish({ from, to }: Links): void {
  const here = location.href.split('#')[0];
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (!link.href.startsWith(from) || link.href.split('#')[0] === here) continue;
    if (to === undefined) link.removeAttribute('href');
    else link.href = to + link.href.slice(from.length);
  }
}

/** A drawing that no screen has shown is not there yet. */
function drawingsOf(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const drawings = [...document.images].filter((image) => !image.matches('.on-dark'));
    for (const image of drawings) image.loading = 'eager';
    await Promise.all(drawings.map((image) => image.decode().catch(() => undefined)));
  });
}
