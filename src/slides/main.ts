import type { Browser } from 'playwright-core';
import { lessonsNamed } from '../course/lesson-named.ts';
import { loadCourse } from '../course/load.ts';
import { formatFinding, formatSummary } from '../lesson/format-finding.ts';
import type { Finding, Lesson } from '../lesson/types.ts';
import { withBuiltSite } from './built-site.ts';
import { findingsOf } from './findings.ts';
import { measureDeck, measurePage, type MeasuredSlide } from './measure.ts';
import { readOptions } from './options.ts';

/** Decks that are measured at once. */
const PAGES = 2;

export interface SlidesOptions {
  readonly root: string;
  /** The command line behind the script's name. */
  readonly args: readonly string[];
  readonly stdout: (line: string) => void;
  readonly stderr: (line: string) => void;
}

/**
 * `npm run slides`: builds the site, then measures every slide at 1280 × 720 and every page at 390.
 * @returns the exit code: 0 without errors, 1 with errors (the author's matter)
 * @throws where the command line cannot be understood, a lesson does not exist, the site is not built, or there is no browser
 */
export async function slides({ root, args, stdout, stderr }: SlidesOptions): Promise<number> {
  const { lessons: asked } = readOptions(args);
  const course = await loadCourse(root);
  const lessons = lessonsNamed(course.lessons, asked, (reason) => new Error(reason));
  const findings: Finding[] = [];
  await withBuiltSite(root, async ({ url, browser }) => {
    const queue = [...lessons];
    const work = async (): Promise<void> => {
      for (let lesson = queue.shift(); lesson !== undefined; lesson = queue.shift()) {
        findings.push(...(await measureLesson(browser, url, lesson, stderr)));
      }
    };
    await Promise.all(Array.from({ length: PAGES }, work));
  });
  findings.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  for (const finding of findings) stdout(formatFinding(finding));
  const snippets = lessons.reduce((sum, lesson) => sum + lesson.snippets.length, 0);
  stderr(formatSummary(findings, { lessons: lessons.length, snippets }));
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

async function measureLesson(
  browser: Browser,
  url: string,
  lesson: Lesson,
  say: (line: string) => void,
): Promise<Finding[]> {
  const started = performance.now();
  const deck = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const measured = await measureDeck(deck, `${url}${lesson.slug}/diapos/`);
  await deck.close();
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const page = await measurePage(phone, `${url}${lesson.slug}/`);
  await phone.close();
  say(summaryOf(lesson, measured, performance.now() - started));
  return [
    ...measured.flatMap(({ id, troubles }) => findingsOf(lesson, id, troubles)),
    ...findingsOf(lesson, undefined, page),
  ];
}

function summaryOf(lesson: Lesson, measured: readonly MeasuredSlide[], milliseconds: number): string {
  const least = (sizes: readonly (number | undefined)[]): string => {
    const known = sizes.filter((size) => size !== undefined);
    return known.length === 0 ? '–' : `${Math.round(Math.min(...known))} px`;
  };
  const filled = measured.reduce((sum, each) => sum + each.filled, 0) / measured.length;
  return [
    `${lesson.slug} : ${measured.length} diapositives en ${(milliseconds / 1000).toFixed(1).replace('.', ',')} s`,
    `cadre rempli à ${Math.round(filled * 100)} %`,
    `code ${least(measured.map(({ code }) => code))} au moins`,
    `schémas ${least(measured.map(({ drawing }) => drawing))} au moins`,
  ].join(', ');
}
