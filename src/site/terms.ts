import type { Course } from '../course/types.ts';
import type { Lesson } from '../lesson/types.ts';
import type { Term } from '../markdown/terms-plugin.ts';
import { glossaryOf } from './glossary.ts';

/** @returns the glossary's words that a lesson may use without explaining them: those that an earlier lesson defines */
export function termsBefore(course: Course, lesson: Lesson): Term[] {
  const rank = course.lessons.findIndex(({ slug }) => slug === lesson.slug);
  const earlier = new Set(course.lessons.slice(0, Math.max(0, rank)).map(({ slug }) => slug));
  return glossaryOf(course)
    .filter((entry) => earlier.has(entry.lesson.slug))
    .map(({ id, term, synonyms }) => ({ id, forms: [term, ...synonyms] }));
}
