import type { Course } from '../course/types.ts';
import { parseLesson } from '../lesson/parse.ts';
import type { Lesson } from '../lesson/types.ts';
import { anchorOf } from './anchors.ts';
import { typeset } from '../typography/typeset.ts';

/** One `<Definition>`, with the lesson that gives it. */
export interface GlossaryEntry {
  readonly id: string;
  readonly term: string;
  /** Other words for it, typeset. */
  readonly synonyms: readonly string[];
  /** Plain text. */
  readonly text: string;
  readonly lesson: Lesson;
}

/** @returns the definitions of all lessons by term; where two lessons define one, the first counts */
export function glossaryOf(course: Course): GlossaryEntry[] {
  const entries = new Map<string, GlossaryEntry>();
  for (const lesson of course.lessons) {
    const read = parseLesson(course.sources.get(lesson.file) ?? '', lesson.file).text;
    for (const { term, text, synonyms } of read?.definitions ?? []) {
      const id = anchorOf(term);
      if (entries.has(id)) continue;
      entries.set(id, { id, term: typeset(term), synonyms: synonyms.map(typeset), text: typeset(text), lesson });
    }
  }
  return [...entries.values()].sort((a, b) => a.term.localeCompare(b.term, 'fr'));
}
