import type { Page } from 'playwright-core';
import type { Code } from '../lesson/codes.ts';
import { openDeck, slidesOf } from './deck.ts';

/** Something on a slide that a class would not see, or not read. */
export interface Trouble {
  readonly code: Extract<Code, `diapo-${string}` | 'page-trop-large'>;
  /** What it is, French, without a full stop. */
  readonly what: string;
  /** Id of the box or of the drawing, where it is one. */
  readonly target?: string;
}

/** A slide as the browser lays it out at 1280 × 720. */
export interface MeasuredSlide {
  readonly id: string;
  readonly troubles: readonly Trouble[];
  /** Part of the frame's height that is filled, from 0 to 1. */
  readonly filled: number;
  /** Pixels; none where the slide has no code, or no drawing. */
  readonly code?: number;
  readonly drawing?: number;
}

/** Measures the slide that is shown. Runs in the page: everything that it needs is inside. */
export function measureSlide(): Omit<MeasuredSlide, 'id'> {
  const LEAST = { code: 18, text: 24, drawing: 24, small: 16 };
  /** Size of the words in a drawing's own measures. */
  const WORDS = 18;
  const slide = document.querySelector('section.present');
  const frame = slide?.querySelector<HTMLElement>('.body');
  if (!slide || !frame) return { troubles: [], filled: 0 };
  const style = getComputedStyle(frame);
  const box = frame.getBoundingClientRect();
  const top = box.top + Number.parseFloat(style.paddingTop);
  const bottom = box.bottom - Number.parseFloat(style.paddingBottom);
  const right = box.right - Number.parseFloat(style.paddingRight);
  const troubles: Trouble[] = [];
  const codes: number[] = [];
  const drawings: number[] = [];
  let lowest = top;
  const px = (length: number): string => `${Math.round(length)} px`;
  const told: [Trouble['code'], Element][] = [];
  const add = (code: Trouble['code'], what: string, element: Element): void => {
    // What stands in something that is told already is told with it.
    if (told.some(([other, around]) => other === code && around.contains(element))) return;
    told.push([code, element]);
    const target = element.closest<HTMLElement>('[id^="extrait-"], [id^="diagramme-"]')?.id;
    if (!troubles.some((each) => each.code === code && each.target === target && target !== undefined)) {
      troubles.push({ code, what, ...(target === undefined ? {} : { target }) });
    }
  };
  const nameOf = (element: Element): string => {
    if (element.matches('table, th, td, tr, tbody, thead')) return 'un tableau';
    if (element.matches('img, .diagram, figure')) return 'une image';
    if (element.matches('.snippet')) return 'une boîte de code';
    const words = element.textContent?.trim().replace(/\s+/g, ' ').slice(0, 40) ?? '';
    return words === '' ? 'un cadre vide' : `« ${words}${words.length === 40 ? '…' : ''} »`;
  };
  for (const element of frame.querySelectorAll<HTMLElement>('*')) {
    if (element.closest('svg, .notes')) continue;
    const own = element.getBoundingClientRect();
    if (own.width === 0 || own.height === 0) continue;
    const scroller = element.matches('.code, .command, .output');
    if (
      scroller &&
      (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
    ) {
      const [by, where] =
        element.scrollHeight > element.clientHeight + 1
          ? [element.scrollHeight - element.clientHeight, 'hauteur']
          : [element.scrollWidth - element.clientWidth, 'largeur'];
      add(
        'diapo-defile',
        `${element.matches('.output') ? 'la sortie' : 'le code'} défile (${px(by)} de trop en ${where})`,
        element,
      );
    }
    // What scrolls in its own box may be larger than it.
    const inside = element.parentElement?.closest('.code, .output, .command');
    if (!inside) {
      if (!element.matches('.staff')) lowest = Math.max(lowest, Math.min(own.bottom, bottom));
      if (own.bottom > bottom + 1)
        add('diapo-trop-pleine', `${nameOf(element)} dépasse le bas du cadre de ${px(own.bottom - bottom)}`, element);
      if (own.right > right + 1 && !element.matches('.staff'))
        add('diapo-trop-large', `${nameOf(element)} dépasse la droite du cadre de ${px(own.right - right)}`, element);
    }
    // A word that does not break leaves its own box, not its box the frame.
    const beyond = element.scrollWidth - element.clientWidth;
    if (!inside && !scroller && element.matches('p, li, h2, h3, td, th, blockquote') && beyond > 1) {
      add('diapo-trop-large', `un mot de ${nameOf(element)} dépasse son cadre de ${px(beyond)}`, element);
    }
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    const said = [...element.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim());
    if (element.matches('.snippet pre')) {
      codes.push(size);
      if (size < LEAST.code) add('diapo-texte-petit', `du code de ${px(size)} (${px(LEAST.code)} au moins)`, element);
    } else if (said && !element.closest('.snippet pre, .label, code')) {
      const least = element.closest('.snippet, .illustration') ? LEAST.small : LEAST.text;
      if (size < least) add('diapo-texte-petit', `${nameOf(element)} : ${px(size)} (${px(least)} au moins)`, element);
    }
    if (element instanceof HTMLImageElement && element.closest('.diagram')) {
      const scale = Math.min(
        own.width / Number(element.getAttribute('width')),
        own.height / Number(element.getAttribute('height')),
      );
      drawings.push(scale * WORDS);
      if (scale * WORDS < LEAST.drawing - 0.5)
        add(
          'diapo-dessin-petit',
          `les mots du schéma font ${px(scale * WORDS)} (${px(LEAST.drawing)} au moins)`,
          element,
        );
    }
  }
  return {
    troubles,
    filled: (lowest - top) / (bottom - top),
    ...(codes.length === 0 ? {} : { code: Math.min(...codes) }),
    ...(drawings.length === 0 ? {} : { drawing: Math.min(...drawings) }),
  };
}

/**
 * Visits each slide of a deck once.
 * @param also what else is looked at while the slide is shown
 */
export async function measureDeck(
  page: Page,
  url: string,
  also?: (id: string) => Promise<void>,
): Promise<MeasuredSlide[]> {
  const measured: MeasuredSlide[] = [];
  await openDeck(page, url);
  for await (const id of slidesOf(page)) {
    measured.push({ id, ...(await page.evaluate(measureSlide)) });
    await also?.(id);
  }
  return measured;
}

/** Measures a lesson's page as a telephone shows it: nothing is wider than the screen. */
export async function measurePage(page: Page, url: string): Promise<Trouble[]> {
  await page.goto(url);
  return page.evaluate(() => {
    const wide = [...document.querySelectorAll<HTMLElement>('main *')].filter((element) => {
      const scrolls = element.parentElement?.closest('pre, .output, .table, .diagram, table, [tabindex="0"]');
      return !scrolls && element.getBoundingClientRect().right > innerWidth + 1 && element.checkVisibility();
    });
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    return wide.slice(0, 3).map((element) => {
      const target = element.closest<HTMLElement>('[id^="extrait-"]')?.id;
      const what = `« ${(element.textContent ?? '').trim().slice(0, 40)} » est plus large que l’écran d’un téléphone`;
      return { code: 'page-trop-large' as const, what, ...(target === undefined ? {} : { target }) };
    });
  });
}
