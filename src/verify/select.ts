import type { Course } from '../course/types.ts';
import { didYouMean } from '../lesson/did-you-mean.ts';
import type { Lesson } from '../lesson/types.ts';
import { loadProof } from '../proof/proofs.ts';
import type { StoreOptions } from '../proof/store.ts';
import { UsageError } from './options.ts';

/** What a verification is about. */
export interface Selection {
  /** To be run, in the course's order. */
  readonly toRun: readonly Lesson[];
  /** Proven by their transcripts, and not asked for by name. */
  readonly proven: readonly Lesson[];
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
  if (asked.all) return { toRun: course.lessons, proven: [] };
  if (asked.lessons.length > 0) {
    const wanted = new Set(asked.lessons.map((name) => lessonNamed(course, name)));
    return { toRun: course.lessons.filter((lesson) => wanted.has(lesson)), proven: [] };
  }
  const proofs = await Promise.all(course.lessons.map((lesson) => loadProof(course, lesson, asked)));
  const isProven = (index: number): boolean => proofs[index]?.problems.length === 0;
  return {
    toRun: course.lessons.filter((_, index) => !isProven(index)),
    proven: course.lessons.filter((_, index) => isProven(index)),
  };
}

function lessonNamed(course: Course, name: string): Lesson {
  const bare = name
    .replace(/^content\//, '')
    .replace(/\/(lecon\.mdx)?$/, '')
    .replace(/^\d+-/, '');
  const found = course.lessons.find((lesson) => lesson.slug === bare);
  if (found !== undefined) return found;
  throw new UsageError(
    `aucune leçon ne s’appelle « ${name} » → ${didYouMean(
      bare,
      course.lessons.map(({ slug }) => slug),
    )}`,
  );
}

/** @returns one lesson in `count` of them, so that each is in exactly one part */
export function partOf<Item>(
  items: readonly Item[],
  shard: { index: number; count: number } | undefined,
): readonly Item[] {
  return shard === undefined ? items : items.filter((_, at) => at % shard.count === shard.index - 1);
}
