import type { Course } from '../course/types.ts';
import type { Lesson } from '../lesson/types.ts';
import { glossaryOf } from './glossary.ts';

/** A word of the glossary, as a lesson may use it. */
export interface Term {
  /** Its anchor on the glossary's page. */
  readonly id: string;
  /** The term and its synonyms, typeset. */
  readonly forms: readonly string[];
}

/** @returns the glossary's words that a lesson may use without explaining them: those that an earlier lesson defines */
export function termsBefore(course: Course, lesson: Lesson): Term[] {
  const rank = course.lessons.findIndex(({ slug }) => slug === lesson.slug);
  const earlier = new Set(course.lessons.slice(0, Math.max(0, rank)).map(({ slug }) => slug));
  return glossaryOf(course)
    .filter((entry) => earlier.has(entry.lesson.slug))
    .map(({ id, term, synonyms }) => ({ id, forms: [term, ...synonyms] }));
}
