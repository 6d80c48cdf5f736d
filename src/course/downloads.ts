import type { Lesson } from '../lesson/types.ts';
import type { CourseDownload } from './types.ts';

/**
 * The entries of the catalogue that a lesson's snippets name: what is compared before its first snippet, and a part of its
 * proof's key.
 * @returns them in the catalogue's order
 */
export function downloadsOf(lesson: Lesson, catalogue: readonly CourseDownload[]): CourseDownload[] {
  const code = lesson.snippets.map((snippet) => snippet.code).join('\n');
  return catalogue.filter(({ adresse }) => new RegExp(`${RegExp.escape(adresse)}(?![\\w./?&=%-])`).test(code));
}
