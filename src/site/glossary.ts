import type { Course } from '../course/types.ts';
import { parseLesson } from '../lesson/parse.ts';
import type { Definition, Figure, Lesson } from '../lesson/types.ts';
import { anchorOf } from './anchors.ts';
import { frenchFigure } from '../typography/french.ts';
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

/** What a lesson's snippet printed, by its id; nothing where that is not proven. */
export type Printed = (lesson: Lesson, id: string) => string | undefined;

/**
 * @param printed gives the figures that definitions quote; without it, or without a proof, « … » stands for them
 * @returns the definitions of all lessons by term; where two lessons define one, the first counts
 */
export function glossaryOf(course: Course, printed: Printed = () => undefined): GlossaryEntry[] {
  const entries = new Map<string, GlossaryEntry>();
  for (const lesson of course.lessons) {
    const read = parseLesson(course.sources.get(lesson.file) ?? '', lesson.file).text;
    for (const { term, text: parts, synonyms } of read?.definitions ?? []) {
      const id = anchorOf(term);
      if (entries.has(id)) continue;
      const text = textOf(parts, (of) => printed(lesson, of));
      entries.set(id, { id, term: typeset(term), synonyms: synonyms.map(typeset), text, lesson });
    }
  }
  return [...entries.values()].sort((a, b) => a.term.localeCompare(b.term, 'fr'));
}

function textOf(parts: Definition['text'], printed: (id: string) => string | undefined): string {
  const figureOf = ({ of, unit }: Figure): string => frenchFigure(printed(of) ?? '…', unit);
  const text = parts.map((part) => (typeof part === 'string' ? part : figureOf(part))).join('');
  return typeset(text.replace(/[ \t\n]+/g, ' ').trim());
}
