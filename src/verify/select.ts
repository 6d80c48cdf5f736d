import { lessonsNamed } from '../course/lesson-named.ts';
import type { Course } from '../course/types.ts';
import type { Lesson } from '../lesson/types.ts';
import { loadProof } from '../proof/proofs.ts';
import type { StoreOptions } from '../proof/store.ts';
import { misuse } from './options.ts';

/** What a verification is about. */
export interface Selection {
  /** To be run, in the course's order. */
  readonly toRun: readonly Lesson[];
  /** Proven by their transcripts, and not asked for by name. */
  readonly proven: readonly Lesson[];
  /** Asked for, but not to be read at all: the course's findings say why. */
  readonly unreadable: readonly { readonly file: string }[];
}

/**
 * @param course all lessons
 * @param asked names as the user typed them, or all of them, or (neither) those without a proof
 * @throws UsageError when a name is no lesson's
 */
export async function selectLessons(
  course: Course,
  asked: { lessons: readonly string[]; all: boolean } & StoreOptions,
): Promise<Selection> {
  const unreadable = course.meta.lecons
    .map((folder) => ({ file: `content/${folder}/lecon.mdx` }))
    .filter(({ file }) => course.sources.has(file) && !course.lessons.some((lesson) => lesson.file === file));
  if (asked.all) return { toRun: course.lessons, proven: [], unreadable };
  if (asked.lessons.length > 0) {
    const wanted = new Set<unknown>(lessonsNamed([...course.lessons, ...unreadable], asked.lessons, misuse));
    const toRun = course.lessons.filter((lesson) => wanted.has(lesson));
    return { toRun, proven: [], unreadable: unreadable.filter((each) => wanted.has(each)) };
  }
  const proofs = await Promise.all(course.lessons.map((lesson) => loadProof(course, lesson, asked)));
  const isProven = (index: number): boolean => proofs[index]?.problems.length === 0;
  return {
    toRun: course.lessons.filter((_, index) => !isProven(index)),
    proven: course.lessons.filter((_, index) => isProven(index)),
    unreadable,
  };
}
