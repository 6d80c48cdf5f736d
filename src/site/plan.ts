import type { Course } from '../course/types.ts';
import type { Lesson } from '../lesson/types.ts';

/** One line of the course's plan; without a lesson it is still to come. */
export interface PlannedLesson {
  readonly number: number;
  readonly title: string;
  readonly lesson?: Lesson;
}

/** @returns the whole plan in order: what is written under its own title, what is to come under the announced one */
export function coursePlan({ lessons, meta }: Pick<Course, 'lessons' | 'meta'>): PlannedLesson[] {
  const written = lessons.map((lesson) => ({ number: lesson.number, title: lesson.meta.titre, lesson }));
  const numbers = new Set(lessons.map(({ number }) => number));
  const coming = (meta.plan ?? [])
    .map(({ dossier, titre }) => ({ number: Number(dossier.slice(0, 2)), title: titre }))
    .filter(({ number }) => !numbers.has(number));
  return [...written, ...coming].sort((a, b) => a.number - b.number);
}
