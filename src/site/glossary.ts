import { mdxToMdast } from 'satteri';
import { toString } from 'mdast-util-to-string';
import type { Course } from '../course/types.ts';
import type { Lesson } from '../lesson/types.ts';
import { anchorOf } from './anchors.ts';
import { typeset } from '../typography/typeset.ts';

/** One `<Definition>`, with the lesson that gives it. */
export interface GlossaryEntry {
  readonly id: string;
  readonly term: string;
  /** Plain text. */
  readonly text: string;
  readonly lesson: Lesson;
}

interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly Node[];
}

/** @returns the definitions of all lessons by term; where two lessons define one, the first counts */
export function glossaryOf(course: Course): GlossaryEntry[] {
  const entries = new Map<string, GlossaryEntry>();
  for (const lesson of course.lessons) {
    for (const { term, text } of definitionsIn(mdxToMdast(course.sources.get(lesson.file) ?? '') as Node)) {
      const id = anchorOf(term);
      if (!entries.has(id)) entries.set(id, { id, term: typeset(term), text: typeset(text), lesson });
    }
  }
  return [...entries.values()].sort((a, b) => a.term.localeCompare(b.term, 'fr'));
}

function definitionsIn(node: Node): { term: string; text: string }[] {
  const own = node.name === 'Definition' ? node.attributes?.find(({ name }) => name === 'terme')?.value : undefined;
  if (typeof own === 'string') return [{ term: own, text: toString(node).replace(/\s+/g, ' ').trim() }];
  return (node.children ?? []).flatMap(definitionsIn);
}
