import { parseAllDocuments } from 'yaml';
import type { Course } from '../course/types.ts';
import { snippetAnchor } from '../lesson/anchors.ts';
import { commandsOf } from '../lesson/commands.ts';
import type { Lesson, Snippet } from '../lesson/types.ts';
import { readShell } from '../shell/facts.ts';
import { typeset } from '../typography/typeset.ts';
import { commandName, INDEXED_TOOLS } from './command-name.ts';

/** A slide on which something of the index runs. */
export interface IndexPlace {
  readonly lesson: Lesson;
  /** The slide's title, typeset. */
  readonly title: string;
  /** Path under the site's root, at the box that runs it. */
  readonly path: string;
}

/** A sub-command, or a kind of object, with the slides where it runs: each slide once, in reading order. */
export interface IndexEntry {
  readonly name: string;
  readonly places: readonly IndexPlace[];
}

/** The index of commands: one group for each tool that the course runs, and one for the kinds of objects. */
export interface CommandIndex {
  readonly tools: readonly { readonly tool: string; readonly entries: readonly IndexEntry[] }[];
  readonly kinds: readonly IndexEntry[];
}

/** @returns the index of all lessons; entries by name. What a check runs, or a hidden snippet, is not on a slide */
export function commandIndexOf({ lessons }: Course): CommandIndex {
  const commands = new Map<string, IndexPlace[]>();
  const kinds = new Map<string, IndexPlace[]>();
  for (const lesson of lessons) {
    for (const snippet of lesson.snippets) {
      const { check, hidden, skip } = snippet.attributes;
      if (check || hidden || skip !== undefined) continue;
      for (const name of commandsIn(snippet)) add(commands, name, lesson, snippet);
      for (const kind of kindsIn(snippet)) add(kinds, kind, lesson, snippet);
    }
  }
  const entries = Map.groupBy(entriesOf(commands), ({ name }) => name.split(' ')[0] ?? '');
  const tools = INDEXED_TOOLS.map((tool) => ({ tool, entries: entries.get(tool) ?? [] }));
  return { tools: tools.filter(({ entries: own }) => own.length > 0), kinds: entriesOf(kinds) };
}

/** @returns the sub-commands that a snippet has its reader type, `apply` included */
export function commandsIn(snippet: Snippet): string[] {
  const { apply = '' } = commandsOf(snippet);
  const code = snippet.kind === 'command' ? snippet.code : apply;
  return readShell(code).commands.flatMap((command) => commandName(command) ?? []);
}

function kindsIn({ kind, code }: Snippet): string[] {
  if (kind !== 'manifest') return [];
  return parseAllDocuments(code).flatMap((document) => {
    const value: unknown = document.toJS();
    const found = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
    return typeof found === 'string' ? [found] : [];
  });
}

function add(index: Map<string, IndexPlace[]>, name: string, lesson: Lesson, { id, slide }: Snippet): void {
  const title = typeset(lesson.slides[slide]?.title ?? lesson.meta.titre);
  const places = index.get(name) ?? [];
  const last = places.at(-1);
  if (last?.lesson === lesson && last.title === title) return;
  index.set(name, [...places, { lesson, title, path: `${lesson.slug}/#${snippetAnchor(id)}` }]);
}

function entriesOf(index: ReadonlyMap<string, IndexPlace[]>): IndexEntry[] {
  return [...index].map(([name, places]) => ({ name, places })).sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
