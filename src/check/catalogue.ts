import { warningAt } from '../lesson/finding.ts';
import type { Code } from '../lesson/codes.ts';
import type { Finding, Position } from '../lesson/types.ts';
import { lineColumn, placeInSnippet } from './place.ts';
import type { Reading } from './reading.ts';
import type { ShellFacts, ShellText, ShellWord } from '../shell/facts.ts';
import type { YamlStream } from './yaml/stream.ts';

/** What a snippet names of a catalogue. */
export interface Use {
  readonly text: string;
  /** It is written out, not computed by the shell. */
  readonly literal: boolean;
  readonly place: Position;
}

interface Readers {
  readonly inShell: (facts: ShellFacts, code: string) => readonly (ShellText & Partial<Pick<ShellWord, 'literal'>>)[];
  readonly inYaml: (stream: YamlStream) => readonly { readonly text: string; readonly offset: number }[];
}

/** @returns what a lesson's snippets name of a catalogue, each at its place: shell first, then YAML */
export function usesOf({ scripts, streams }: Reading, { inShell, inYaml }: Readers): Use[] {
  const shell = [...scripts].flatMap(([snippet, facts]) =>
    inShell(facts, snippet.code).map(({ text, literal = true, pos }) => ({
      text,
      literal,
      place: placeInSnippet(snippet, lineColumn(snippet.code, pos)),
    })),
  );
  const yaml = [...streams].flatMap(([snippet, stream]) =>
    inYaml(stream).map(({ text, offset }) => ({
      text,
      literal: true,
      place: placeInSnippet(snippet, stream.placeOf(offset)),
    })),
  );
  return [...shell, ...yaml];
}

/**
 * @param catalogue its file, from the course's root
 * @param entry as it stands there
 * @returns that no lesson names it, at its line
 */
export function unusedEntry(
  catalogue: string,
  entry: string,
  { code, sources }: { readonly code: Code; readonly sources: ReadonlyMap<string, string> },
): Finding {
  const line = (sources.get(catalogue) ?? '').split('\n').findIndex((each) => each.includes(entry)) + 1;
  return warningAt(
    { file: catalogue, line: Math.max(line, 1), column: 1 },
    { code, message: `aucune leçon n’utilise « ${entry} »`, fix: 'retirez-la du catalogue' },
  );
}
