import type { Page } from 'playwright-core';
import { openDeck, slidesOf } from './browser.ts';

/** What sticks out of the slide's frame, and text that the last row cannot read. Runs in the page. */
export function problemsOfSlide(): string[] {
  const slide = document.querySelector('section.present');
  const frame = slide?.querySelector('.body');
  if (!slide || !frame) return ['aucune diapositive'];
  const { paddingBottom, paddingRight } = getComputedStyle(frame);
  const box = frame.getBoundingClientRect();
  const bottom = box.bottom - Number.parseFloat(paddingBottom) + 1;
  const right = box.right - Number.parseFloat(paddingRight) + 1;
  const problems: string[] = [];
  for (const element of frame.querySelectorAll<HTMLElement>('*')) {
    // What scrolls in its own box may be larger than it; the staff is meant to reach the edge.
    if (element.parentElement?.closest('.code, .output, .command, svg, .notes') || element.matches('svg, .notes'))
      continue;
    const own = element.getBoundingClientRect();
    if (own.width > 0 && (own.bottom > bottom || own.right > right)) {
      problems.push(`${element.tagName}.${element.className} dépasse (${Math.round(own.bottom - bottom)} px)`);
    }
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    const least = element.closest('.snippet, .illustration') ? 16 : 24;
    const hasText = [...element.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim());
    if (hasText && size < least && !element.closest('.label, code'))
      problems.push(`${element.textContent} : ${size} px`);
  }
  return problems;
}

/** @returns what does not fit or cannot be read, slide by slide; empty for a good deck */
export async function problemsOfDeck(page: Page, url: string): Promise<string[]> {
  const problems: string[] = [];
  await openDeck(page, url);
  for await (const id of slidesOf(page)) {
    problems.push(...(await page.evaluate(problemsOfSlide)).map((problem) => `#/${id} : ${problem}`));
  }
  return problems;
}
