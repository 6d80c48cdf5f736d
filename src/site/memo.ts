import type { Course } from '../course/types.ts';
import { snippetAnchor } from '../lesson/anchors.ts';
import type { Lesson } from '../lesson/types.ts';
import { typeset } from '../typography/typeset.ts';

/** One command of the memo sheet. */
export interface MemoEntry {
  /** What it is for, typeset: the author's sentence, or the title of its slide. */
  readonly sentence: string;
  readonly code: string;
  /** Path under the site's root, at the box that runs it. */
  readonly path: string;
}

/** @returns the commands that authors marked `memo`, by lesson, in reading order; lessons without any are left out */
export function memoOf({ lessons }: Course): { lesson: Lesson; entries: MemoEntry[] }[] {
  return lessons.map((lesson) => ({ lesson, entries: entriesOf(lesson) })).filter(({ entries }) => entries.length > 0);
}

function entriesOf({ slug, slides, snippets }: Lesson): MemoEntry[] {
  return snippets.flatMap(({ id, slide, code, attributes: { memo } }) => {
    if (memo === undefined) return [];
    const sentence = typeset(memo === '' ? (slides[slide]?.title ?? '') : memo);
    return [{ sentence, code, path: `${slug}/#${snippetAnchor(id)}` }];
  });
}
