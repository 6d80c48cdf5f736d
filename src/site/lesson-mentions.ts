import type { Lesson } from '../lesson/types.ts';
import { typeset } from '../typography/typeset.ts';

/** A run of text; with a lesson, the words that name it. */
export interface TextPart {
  readonly text: string;
  readonly lesson?: Lesson;
}

/**
 * Finds the lessons that a sentence of a front matter names by their number, so that a page can link to them.
 * @param text as an author wrote it: « De la leçon 3 : un Deployment »
 * @param lessons those that can be read; another number stays text
 * @returns the sentence in parts, typeset, in order
 */
export function lessonMentions(text: string, lessons: readonly Lesson[]): TextPart[] {
  return typeset(text)
    .split(/((?<!\p{L})leçon[ \u00A0]\d+)/u)
    .filter((part) => part !== '')
    .map((part) => {
      const number = /^leçon[ \u00A0](\d+)$/.exec(part)?.[1];
      const lesson = lessons.find((each) => each.number === Number(number));
      return { text: part, ...(lesson === undefined ? {} : { lesson }) };
    });
}
