import { type Change, changesOf } from './changes.ts';
import type { Phrase } from '../accept/phrase.ts';
import type { Row, Table } from '../accept/table.ts';
import type { Difference } from '../types.ts';

/** One line of a diff. Texts are cells, or a single one for a whole line. */
export interface Entry {
  readonly kind: 'same' | 'changed' | 'absent' | 'extra' | 'gap';
  readonly expected?: readonly string[];
  readonly actual?: readonly string[];
  /** For each of the actual texts, what differs in it. */
  readonly marks: readonly (readonly (Mark & Partial<Change>)[])[];
  /** Entries of one table are aligned with each other. */
  readonly table?: Table;
  readonly differences: readonly Difference[];
  /** What stands on its two sides. */
  readonly author?: Subject;
  readonly found?: Subject;
}

/** A part of a text: offsets, the end excluded. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** With more changes than this, they are marked and counted, not told. */
const MANY = 3;

/** What is compared: a line, or a row of `table`. */
export interface Subject {
  readonly line: number;
  readonly text: Phrase;
  readonly cells?: Row['cells'];
  /** A row's random name. */
  readonly name?: string;
}

export const GAP: Entry = { kind: 'gap', marks: [], differences: [] };

/** The author's line or row beside the one that was printed. */
export function compare(expected: Subject, actual: Subject, table?: Table): Entry {
  const cells = expected.cells?.length === actual.cells?.length ? expected.cells : undefined;
  const pairs =
    cells?.map(({ phrase }, column) => [phrase, actual.cells?.[column]?.phrase ?? phrase] as const) ??
    ([[expected.text, actual.text]] as const);
  const changes = pairs.map(([author, found], index) =>
    author.accepts(found) ? [] : changesOf(author, found, { column: cells && table?.columns[index] }),
  );
  const differences = changes.flatMap((changed, index) => {
    const column = cells && table?.columns[index];
    const place = { line: expected.line + 1, ...(column !== undefined && { column }) };
    const count = `${String(changed.length)} différences`;
    return changed.length > MANY
      ? [{ ...place, expected: '', actual: '', reason: count }]
      : changed.map(({ expected, actual, reason }): Difference => ({ ...place, expected, actual, reason }));
  });
  return {
    kind: differences.length > 0 ? 'changed' : 'same',
    expected: pairs.map(([{ raw }]) => raw),
    actual: pairs.map(([, { raw }]) => raw),
    marks: changes,
    ...(table && { table }),
    differences,
    author: expected,
    found: actual,
  };
}

/** An author's line or row that was not printed, or not there. */
export function absent(
  author: Subject,
  { table, reason = 'ligne absente de la sortie' }: { readonly table?: Table; readonly reason?: string } = {},
): Entry {
  const { line, text, cells } = author;
  const expected = text.raw.trim();
  return {
    kind: 'absent',
    expected: cells?.map(({ phrase }) => phrase.raw) ?? [text.raw],
    marks: [],
    ...(table && { table }),
    differences: [{ line: line + 1, expected, actual: '', reason }],
    author,
  };
}

/** A line or row that was printed, and that nothing of the author's stands for. */
export function extra(found: Subject, table?: Table): Entry {
  const { text, cells } = found;
  return {
    kind: 'extra',
    actual: cells?.map(({ phrase }) => phrase.raw) ?? [text.raw],
    marks: [],
    ...(table && { table }),
    differences: [{ expected: '', actual: text.raw.trim(), reason: 'ligne de trop dans la sortie' }],
    found,
  };
}

/** From 0, nothing differs, to 1, nothing agrees: only to pair what an explanation shows side by side. */
export function distance(expected: Subject, actual: Subject): number {
  if (expected.cells && expected.cells.length === actual.cells?.length) {
    const { cells } = actual;
    const differing = expected.cells.filter(({ phrase }, column) => !cells[column]?.phrase.accepts(phrase));
    return differing.length / expected.cells.length;
  }
  if (expected.text.accepts(actual.text)) return 0;
  // Asked for each pair of lines: a set of the common words would cost more than all the rest.
  let common = 0;
  for (const word of expected.text.words) if (actual.text.words.has(word)) common += 1;
  return 1 - common / (Math.max(expected.text.words.size, actual.text.words.size) + 1);
}
