import type { Lesson } from '../lesson/types.ts';
import type { CourseImage } from './types.ts';

/**
 * The images of the catalogue that a lesson's snippets name: what has to be on its nodes, and a part of its proof's key.
 * @returns names with tags, sorted; without those that must not exist
 */
export function imagesOf(lesson: Lesson, catalogue: readonly CourseImage[]): string[] {
  const code = lesson.snippets.map((snippet) => snippet.code).join('\n');
  return catalogue
    .filter(({ image, absente }) => !absente && namesImage(code, image))
    .map(({ image }) => image)
    .sort();
}

function namesImage(code: string, image: string): boolean {
  return new RegExp(`(?<![\\w./-])${RegExp.escape(image)}(?![\\w.-])`).test(code);
}
