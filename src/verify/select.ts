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
    const known = [...course.lessons, ...unreadable];
    const wanted = new Set(asked.lessons.map((name) => lessonNamed(known, name)));
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

function lessonNamed<Known extends { readonly file: string }>(known: readonly Known[], name: string): Known {
  const bare = slugOf(name);
  const found = known.find(({ file }) => slugOf(file) === bare);
  if (found !== undefined) return found;
  const slugs = known.map(({ file }) => slugOf(file));
  throw new UsageError(`aucune leçon ne s’appelle « ${name} » → ${didYouMean(bare, slugs)}`);
}

/** `pods` for `pods`, `04-pods`, `content/04-pods/` and `content/04-pods/lecon.mdx`. */
function slugOf(name: string): string {
  return name
    .replace(/^content\//, '')
    .replace(/\/(lecon\.mdx)?$/, '')
    .replace(/^\d+-/, '');
}
