import type { LessonMeta } from '../lesson/types.ts';

/** A slide that the front matter gives. */
export interface OpeningSlide {
  /** No heading of a lesson has it: a heading's id never begins with a low line. */
  readonly id: string;
  readonly title: string;
  readonly items: readonly string[];
}

/** @returns the slides between the title slide and the lesson's first: what one must know, what one will know */
export function openingSlides({ objectifs, prerequis = [] }: LessonMeta): OpeningSlide[] {
  const slides = [
    { id: '_prerequis', title: 'Ce qu’il faut savoir', items: prerequis },
    { id: '_objectifs', title: 'Objectifs', items: objectifs },
  ];
  return slides.filter(({ items }) => items.length > 0);
}
