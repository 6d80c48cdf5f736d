import { Phrase } from './phrase.ts';
import type { Scope } from './scope.ts';
import { isGap, isHeadless, isRow, type Manner, parseTable, type RowOrGap, type Table } from './table.ts';

import type { Place } from './volatile.ts';

/** A line, of a table or not. */
export interface Line {
  /** Its index in the text. */
  readonly line: number;
  readonly text: Phrase;
}

/** What an author expects: his lines, and by the index of their header the tables among them. */
export interface Authored {
  readonly lines: readonly (Line | 'gap')[];
  readonly tables: ReadonlyMap<number, Table>;
}

/** What a command printed, likewise. */
export interface Printed {
  readonly lines: readonly Line[];
  readonly tables: ReadonlyMap<number, Table>;
  /** The white space at the end, which is no line. */
  readonly ending: string;
}

export function readAuthored(text: string, scope: Scope): Authored {
  const raw = splitLines(text.trimEnd());
  return {
    lines: raw.map((line, index) => (isGap(line) ? 'gap' : { line: index, text: phraseOf(line, scope) })),
    tables: findTables(raw, { authored: true, scope }),
  };
}

export function readPrinted(text: string, scope: Scope): Printed {
  const filled = text.trimEnd().length;
  const newline = text.indexOf('\n', filled);
  const body = filled === 0 ? '' : text.slice(0, newline < 0 ? undefined : newline);
  const raw = splitLines(body);
  return {
    lines: raw.map((line, index) => ({ line: index, text: phraseOf(line, scope) })),
    tables: findTables(raw, { authored: false, scope }),
    ending: text.slice(body.length),
  };
}

/**
 * The rows that an author's table may have, the most first. What follows a gap, and a row that has not all its cells,
 * may also be text below the table: what was printed decides.
 */
export function possibleRows({ rows }: Table): (readonly RowOrGap[])[] {
  const counts = Array.from({ length: rows.length + 1 }, (_, left) => rows.length - left);
  const isEnd = (count: number): boolean =>
    count === rows.length || rows[count - 1] === 'gap' || isDoubtful(rows[count] ?? 'gap');
  return counts.filter(isEnd).map((count) => rows.slice(0, count));
}

/** How many lines the header takes with these rows. A gap below them stands twice: for rows, and for text below. */
export function linesOf(rows: readonly RowOrGap[]): number {
  return rows.at(-1) === 'gap' ? rows.length : rows.length + 1;
}

function isDoubtful(row: RowOrGap): boolean {
  return isRow(row) && !row.cells?.every(({ phrase }) => phrase.raw !== '');
}

const HEADLESS: Place = { column: '', columns: [], headless: true };

function phraseOf(line: string, scope: Scope): Phrase {
  return new Phrase(line, scope, isHeadless(line) ? HEADLESS : undefined);
}

function findTables(raw: readonly string[], manner: Manner): Map<number, Table> {
  const tables = new Map<number, Table>();
  for (let index = 0; index < raw.length; index += 1) {
    const table = parseTable(raw, index, manner);
    if (!table) continue;
    tables.set(index, table);
    index = table.end - 1;
  }
  return tables;
}

function splitLines(body: string): string[] {
  return body === '' ? [] : body.split('\n');
}
