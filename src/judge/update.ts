import { readAuthored, readPrinted, type Authored, type Printed } from './accept/blocks.ts';
import { lay, type Laying } from './accept/laying.ts';
import type { Phrase } from './accept/phrase.ts';
import type { Scope } from './accept/scope.ts';
import { isGap, type Table } from './accept/table.ts';
import { changesOf } from './explain/changes.ts';
import { distance, type Entry, type Subject } from './explain/entry.ts';
import { explain } from './explain/explain.ts';

/** Lines that have less in common than this are two. */
const NEAR = 0.75;

/**
 * An author's expected output that no longer holds, with what was printed in the place of the lines and cells that
 * differ: each `…`, and all that still matches, as he wrote it.
 * @param expected the text that does not match
 * @param output what was printed
 * @returns a text that matches; all that was printed, where no smaller change does
 */
export function updateExpected(expected: string, output: string, scope: Scope): string {
  if (matches(expected, output, scope)) return expected;
  const authored = readAuthored(expected, scope);
  const printed = readPrinted(output, scope);
  const entries = withoutLoss(explain(authored, printed), printed);
  const raw = expected.split('\n');
  const lines: string[] = [];
  let last = -1;
  for (const block of blocksOf(entries)) {
    for (const entry of inOrder(block)) {
      if (entry.kind === 'gap') {
        const gap = raw.findIndex((line, index) => index > last && isGap(line));
        if (gap < 0 || isGap(lines.at(-1) ?? '')) continue;
        lines.push(raw[gap] ?? '');
        last = gap;
      } else {
        last = Math.max(last, entry.author?.line ?? -1);
        const line = lineOf(entry, raw);
        if (line !== undefined) lines.push(line);
      }
    }
  }
  const text = lines.join('\n');
  return matches(text, output, scope) ? text : output.trimEnd();
}

/** An expected output that matches, with the names of what was printed. */
export function renameExpected(expected: string, output: string, scope: Scope): string {
  const laying = lay(readAuthored(expected, scope), readPrinted(output, scope), scope);
  if (!laying) return expected;
  const lines = expected.split('\n');
  for (const [author, found] of pairsOf(laying, readLines(output, scope))) {
    lines[author.line] = renamed(author.text, found, lines[author.line] ?? '');
  }
  const text = lines.join('\n');
  return matches(text, output, scope) ? text : expected;
}

function matches(text: string, output: string, scope: Scope): boolean {
  return lay(readAuthored(text, scope), readPrinted(output, scope), scope) !== undefined;
}

/** A line that differs, beside a gap that could cover it, is still the author's line: it becomes the nearest one. */
function withoutLoss(entries: readonly Entry[], { lines }: Printed): Entry[] {
  let from = 0;
  return entries.map((entry, index) => {
    const { kind, author, found, table } = entry;
    if (found) from = found.line + 1;
    if (kind !== 'absent' || !author || table) return entry;
    const to = entries.slice(index).find((next) => next.found)?.found?.line ?? lines.length;
    const near = lines.slice(from, to).map((line) => [distance(author, line), line] as const);
    const [nearest] = near.filter(([far]) => far < NEAR).sort(([a], [b]) => a - b);
    if (!nearest) return entry;
    from = nearest[1].line + 1;
    return { ...entry, kind: 'changed', found: nearest[1] };
  });
}

/** Rows of one table together. */
function blocksOf(entries: readonly Entry[]): Entry[][] {
  const blocks: Entry[][] = [];
  let table: Table | undefined;
  for (const entry of entries) {
    const block = blocks.at(-1);
    const inside = entry.table !== undefined || (entry.kind === 'gap' && table !== undefined);
    if (block && inside && (entry.table ?? table) === table) block.push(entry);
    else blocks.push([entry]);
    table = entry.table ?? (inside ? table : undefined);
  }
  return blocks;
}

/** Rows without a gap among them as they were printed, since their order may count. */
function inOrder(block: readonly Entry[]): readonly Entry[] {
  if (block.length < 2 || block.some(({ kind }) => kind === 'gap')) return block;
  return block.filter(({ found }) => found).toSorted((a, b) => (a.found?.line ?? 0) - (b.found?.line ?? 0));
}

function lineOf({ kind, author, found }: Entry, raw: readonly string[]): string | undefined {
  if (!found) return undefined;
  const written = author && raw[author.line];
  if (written === undefined) return found.text.raw.trimEnd();
  if (kind === 'same') return written;
  return author && merged(author, found, written);
}

/** What the author wrote, with what was printed where that is not accepted. */
function merged(author: Subject, found: Subject, written: string): string {
  const cells = author.cells?.length === found.cells?.length ? author.cells : undefined;
  if (!cells) return patched(author.text, found.text, written);
  // From the right, so that the cells on the left keep their offsets.
  return cells
    .reduceRight((line, { phrase, start }, column) => {
      const other = found.cells?.[column]?.phrase;
      if (!other || phrase.accepts(other)) return line;
      const end = start + phrase.raw.length;
      const room = /^\s*/.exec(line.slice(end))?.[0].length ?? 0;
      const cell = patched(phrase, other, phrase.raw);
      const more = line.slice(end + room);
      const width = more === '' ? 0 : Math.max(phrase.raw.length + room, cell.length + 3);
      return line.slice(0, start) + cell.padEnd(width) + more;
    }, written)
    .trimEnd();
}

function patched(author: Phrase, found: Phrase, written: string): string {
  let line = written;
  for (const { from, to, start, end } of changesOf(author, found).toReversed()) {
    const text = found.raw.slice(start, end);
    const isWord = from > author.indent.length || start > found.indent.length;
    const spaced = from === to && isWord ? (to === line.trimEnd().length ? ` ${text}` : `${text} `) : text;
    line = line.slice(0, from) + spaced + line.slice(to);
  }
  const patch = author.part(line.trimEnd());
  return patch.accepts(found) ? line.trimEnd() : found.raw.trimEnd();
}

function readLines(output: string, scope: Scope): readonly { readonly text: Phrase }[] {
  return readPrinted(output, scope).lines;
}

function pairsOf({ authored, covers }: Laying, printed: readonly { readonly text: Phrase }[]): [Subject, Phrase][] {
  return covers.flatMap(({ first, from, fit }): [Subject, Phrase][] => {
    const line: Authored['lines'][number] | undefined = authored.lines[first];
    const found = printed[from]?.text;
    if (!line || line === 'gap' || !found) return [];
    const rows = [...(fit?.rows ?? [])].flatMap(([row, author]): [Subject, Phrase][] =>
      typeof author === 'string' ? [] : [[author, row.text]],
    );
    return [[line, found], ...rows];
  });
}

/** A line with each of its names, in their order, as it was printed. */
function renamed(author: Phrase, found: Phrase, written: string): string {
  let at = 0;
  let line = '';
  for (const [mine, theirs] of author.pairs(found)) {
    const start = written.indexOf(mine.text, at);
    if (start < 0) break;
    line += written.slice(at, start) + (mine.identity === undefined ? mine.text : theirs.text);
    at = start + mine.text.length;
  }
  return line + written.slice(at);
}
