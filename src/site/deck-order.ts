import type { Lesson } from '../lesson/types.ts';

/** Places in the deck, from 1: the title slide is 1. */
export interface DeckOrder {
  readonly total: number;
  /** By slide index. */
  readonly slides: readonly number[];
  /** By exercise index: a solution has a slide of its own, after its exercise's. */
  readonly solutions: ReadonlyMap<number, number>;
}

/** @returns where each slide and each solution of the lesson stands in its deck */
export function deckOrder(lesson: Lesson): DeckOrder {
  const slides: number[] = [];
  const solutions = new Map<number, number>();
  let rank = 1;
  for (const { index } of lesson.slides) {
    slides.push((rank += 1));
    for (const { slide, exercise } of lesson.snippets) {
      if (slide !== index || !exercise?.solution || solutions.has(exercise.index)) continue;
      solutions.set(exercise.index, (rank += 1));
    }
  }
  return { total: rank, slides, solutions };
}
