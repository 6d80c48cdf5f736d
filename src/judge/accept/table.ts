import { ELLIPSIS, Phrase } from './phrase.ts';
import type { Scope } from './scope.ts';
import type { Place } from './volatile.ts';

/** A row of a table, the header included. */
export interface Row {
  /** Index of its line in the text. */
  readonly line: number;
  readonly text: Phrase;
  /** One for each column; absent where an author's `…` runs over several columns. */
  readonly cells?: readonly Cell[];
  /** Its name is random, or elided: it has no place of its own among the rows. */
  readonly free: boolean;
  /** Its random name, where the author did not elide it: rows with the same one are of one object. */
  readonly name?: string;
}

export interface Cell {
  readonly phrase: Phrase;
  /** Offset in the line. */
  readonly start: number;
}

/** A gap is an author's line that is only `…`. */
export type RowOrGap = Row | 'gap';

/** A table as kubectl, docker and helm print them. */
export interface Table {
  readonly header: Row;
  readonly columns: readonly string[];
  readonly rows: readonly RowOrGap[];
  /** Indices of its lines: the header's, and the first after its rows. */
  readonly start: number;
  readonly end: number;
}

/** A piece of a line, and its offset. */
interface Span {
  readonly text: string;
  readonly start: number;
}

/** How a text is read. */
export interface Manner {
  /** The author wrote it: `…` stands for something. */
  readonly authored: boolean;
  readonly scope: Scope;
}

interface Reading extends Manner {
  readonly line: number;
  readonly columns: readonly Span[];
  /** Of the cells of each column. */
  readonly places: readonly Place[];
}

/** `PORT(S)`, `CPU(cores)`, `NOMINATED NODE`, `UP-TO-DATE`, `%CPU`; `…` for columns that an author left out. */
const TITLE = /^(?:%?\p{Lu}[\p{Lu}\p{N}%/#:_.-]*(?: [\p{Lu}\p{N}%/#:_.-]+)*(?:\([\p{L}%]+\))?|…)$/u;
/** What names a row, where a table has it; elsewhere all its cells do. */
const NAMING = /^(?:NAMES?|OBJECT|REVISION)$/;

export function isRow<Other>(item: Row | Other): item is Row {
  return typeof item === 'object';
}

/** Whether a line of the author's stands for any lines. */
export function isGap(line: string): boolean {
  return line.trim() === ELLIPSIS;
}

/** Whether two tables have the same columns; `…` in the author's header stands for any. */
export function headersAgree(expected: Table, actual: Table): boolean {
  if (expected.columns.includes(ELLIPSIS)) return expected.header.text.accepts(actual.header.text);
  return expected.columns.join('\t') === actual.columns.join('\t');
}

/** The table whose header is the line `start`, with the lines below that are rows; undefined where it is no header. */
export function parseTable(lines: readonly string[], start: number, { authored, scope }: Manner): Table | undefined {
  const columns = parseHeader(lines[start] ?? '', scope);
  if (!columns) return undefined;
  const titles = columns.map(({ text }) => text);
  const places = titles.map((column) => ({ column, columns: titles }));
  const rows: RowOrGap[] = [];
  for (const [index, line] of lines.slice(start + 1).entries()) {
    const row =
      authored && isGap(line) ? 'gap' : parseRow(line, { line: start + 1 + index, columns, places, authored, scope });
    if (!row || parseHeader(line, scope)) break;
    rows.push(row);
  }
  const cells = columns.map(({ text, start: offset }) => ({ phrase: new Phrase(text, scope), start: offset }));
  const header = { line: start, text: new Phrase(lines[start] ?? '', scope), cells, free: false };
  return { header, columns: titles, rows, start, end: start + 1 + rows.length };
}

/** Two spaces or a tab end a cell, one space does not. */
function split(line: string): Span[] {
  return [...line.matchAll(/\S+(?: \S+)*/gu)].map(({ 0: text, index }) => ({ text, start: index }));
}

/** Titles are capitals, or those that the snippet's `custom-columns` gives. */
function parseHeader(line: string, { titles: given }: Scope): Span[] | undefined {
  if (given.length === 0 && !/^[\p{Lu}%…]/u.test(line)) return undefined;
  const titles = split(line);
  if (titles.length < 2) return undefined;
  if (titles.every(({ text }) => TITLE.test(text))) return titles;
  const isGiven = given.some(
    (list) =>
      titles.every(({ text }) => text === ELLIPSIS || list.includes(text)) &&
      (list.length === titles.length || titles.some(({ text }) => text === ELLIPSIS)),
  );
  return isGiven ? titles : undefined;
}

/** A line that is made like a row, of three cells at least, whose last one is an age: `m` may also be a share of a processor. */
export function isHeadless(line: string): boolean {
  if (!/^\S/.test(line) || !/(?<=\S)(?: {2,}|\t)\d[\dydhms]{1,12}\s*$/.test(line)) return false;
  const cells = split(line);
  return cells.length > 2 && !cells.slice(0, -1).some(({ text }) => /^\d+m$|cpu/i.test(text));
}

function parseRow(line: string, reading: Reading): Row | undefined {
  const pieces = split(line);
  const [name] = pieces;
  if (!name || !startsRow(name, reading.columns)) return undefined;

  const text = new Phrase(line, reading.scope);
  const elided = reading.authored && text.elided;
  const filled = name.start === 0 && pieces.length === reading.columns.length ? pieces : undefined;
  // What prints a table pads empty cells up to the last one; authors' editors trim them.
  const padded = reading.authored || line.length >= (reading.columns.at(-1)?.start ?? 0);
  const aligned = padded ? byOffsets(line, reading.columns) : undefined;
  // An author who writes `…` in a cell seldom pads it: the offsets then tell nothing.
  const spans = elided ? (filled ?? aligned) : (aligned ?? filled);
  if (spans) {
    const cells = spans.map(({ text, start }, index) => ({
      phrase: new Phrase(text, reading.scope, reading.places[index]),
      start,
    }));
    const whole = new Phrase(
      line,
      reading.scope,
      undefined,
      cells.map(({ phrase }) => phrase),
    );
    return { line: reading.line, text: whole, cells, ...nameOf(cells, reading) };
  }
  const wide = elided && (pieces.length > 1 || !/\s/.test(line.trim().replace(/\s…$/, '')));
  if (!wide) return undefined;
  const cell = { phrase: new Phrase(name.text, reading.scope), start: name.start };
  return { line: reading.line, text, ...nameOf([cell], { ...reading, columns: [] }) };
}

/** A row starts where a column does. What describe prints is indented, or reads `Name:   web`. */
function startsRow({ text, start }: Span, columns: readonly Span[]): boolean {
  return columns.some((column) => column.start === start) && !/:(?: …)?$/.test(text);
}

/**
 * The cells of a line that respects the columns: two spaces or a tab before each, and nowhere in a cell but the last,
 * where messages are; at least two of them filled.
 */
function byOffsets(line: string, columns: readonly Span[]): Span[] | undefined {
  const aligned = columns.every(({ start }) => {
    const before = line.slice(Math.max(0, start - 2), start);
    return start === 0 || start >= line.length || before === '  ' || before.endsWith('\t');
  });
  if (!aligned) return undefined;
  const cells = columns.map(({ start }, index) => {
    const text = line.slice(start, columns[index + 1]?.start);
    return { text: text.trim(), start: start + text.length - text.trimStart().length };
  });
  const torn = cells.slice(0, -1).some(({ text }) => / {2}|\t/.test(text));
  return !torn && cells.filter(({ text }) => text !== '').length > 1 ? cells : undefined;
}

function nameOf(cells: readonly Cell[], { columns, authored }: Reading): Pick<Row, 'free' | 'name'> {
  const naming = columns.findIndex(({ text }) => NAMING.test(text));
  const names = naming < 0 ? cells : cells.slice(naming, naming + 1);
  const isElided = ({ phrase }: Cell): boolean => authored && phrase.elided;
  const random = names.find((cell) => !isElided(cell) && cell.phrase.tokens.some(({ volatile }) => volatile?.naming));
  if (random) return { free: true, name: random.phrase.raw };
  return { free: names.some(isElided) };
}
