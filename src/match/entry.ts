import { ELLIPSIS, type Phrase } from './phrase.ts';
import type { Row, Table } from './table.ts';
import type { Difference } from './types.ts';

/** One line of a diff. Texts are cells, or a single one for a whole line. */
export interface Entry {
  readonly kind: 'same' | 'changed' | 'absent' | 'extra' | 'gap';
  readonly expected?: readonly string[];
  readonly actual?: readonly string[];
  /** Indices of the texts that differ. */
  readonly marked: readonly number[];
  /** Entries of one table are aligned with each other. */
  readonly table?: Table;
  readonly differences: readonly Difference[];
}

/** What is compared: a line, or a row of `table`. */
export interface Subject {
  readonly line: number;
  readonly text: Phrase;
  readonly cells?: Row['cells'];
}

export const GAP: Entry = { kind: 'gap', marked: [], differences: [] };

const list = new Intl.ListFormat('fr', { type: 'conjunction' });

/** The author's line or row beside the one that was printed. */
export function compare(expected: Subject, actual: Subject, table?: Table): Entry {
  const cells = expected.cells?.length === actual.cells?.length ? expected.cells : undefined;
  const pairs =
    cells?.map(({ phrase }, column) => [phrase, actual.cells?.[column]?.phrase ?? phrase] as const) ??
    ([[expected.text, actual.text]] as const);
  const marked = pairs.flatMap(([author, found], index) => (author.accepts(found) ? [] : [index]));
  const differences = marked.map((index): Difference => {
    const [author = expected.text, found = actual.text] = pairs[index] ?? [];
    const column = cells && table?.columns[index];
    return {
      line: expected.line + 1,
      ...(column !== undefined && { column }),
      expected: author.raw.trim(),
      actual: found.raw.trim(),
      reason: reasonFor(author, found, column),
    };
  });
  return {
    kind: marked.length > 0 ? 'changed' : 'same',
    expected: pairs.map(([{ raw }]) => raw),
    actual: pairs.map(([, { raw }]) => raw),
    marked,
    ...(table && { table }),
    differences,
  };
}

/** An author's line or row that was not printed. */
export function absent({ line, text, cells }: Subject, table?: Table): Entry {
  const expected = text.raw.trim();
  return {
    kind: 'absent',
    expected: cells?.map(({ phrase }) => phrase.raw) ?? [text.raw],
    marked: [],
    ...(table && { table }),
    differences: [{ line: line + 1, expected, actual: '', reason: 'ligne absente de la sortie' }],
  };
}

/** A line or row that was printed, and that nothing of the author's stands for. */
export function extra({ text, cells }: Subject, table?: Table): Entry {
  return {
    kind: 'extra',
    actual: cells?.map(({ phrase }) => phrase.raw) ?? [text.raw],
    marked: [],
    ...(table && { table }),
    differences: [{ expected: '', actual: text.raw.trim(), reason: 'ligne de trop dans la sortie' }],
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
  const common = expected.text.words.intersection(actual.text.words).size;
  return 1 - common / (Math.max(expected.text.words.size, actual.text.words.size) + 1);
}

function reasonFor(expected: Phrase, actual: Phrase, column: string | undefined): string {
  const labels = [...new Set(expected.tokens.flatMap(({ volatile }) => volatile?.label ?? []))];
  const only = expected.tokens.length === 1 ? labels[0] : undefined;
  if (only) return `«\u00a0${actual.raw.trim()}\u00a0» n’est pas ${only}`;
  const place = column ?? 'cette ligne';
  const free = [...labels, ...(expected.elided ? [`«\u00a0${ELLIPSIS}\u00a0»`] : [])];
  if (free.length > 0) return `hors ${list.format(free)}, tout est stable dans ${place}`;
  return column === undefined ? 'rien ne varie dans cette ligne' : `${column} est une colonne stable`;
}
