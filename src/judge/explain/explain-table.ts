import { align } from './align.ts';
import { absent, compare, distance, extra, GAP, type Entry } from './entry.ts';
import { keyOfRow } from '../accept/row.ts';
import { assignFree } from '../accept/rows.ts';
import { headersAgree, isRow, type Row, type Table } from '../accept/table.ts';

/** So many pairs of rows are looked at; with more rows, each is compared with fewer others. */
const PAIRS = 100_000;

/** The entries of two tables that do not match: the author's rows in their order, then the rows that are too many. */
export function explainTable(expected: Table, actual: Table): Entry[] {
  if (!headersAgree(expected, actual)) return explainColumns(expected, actual);
  const sides = { wanted: count(expected.rows.filter(isRow)), found: count(actual.rows.filter(isRow)) };
  const { partners, spare } = pairRows(expected, actual);
  const rows = expected.rows.map((row) => {
    if (!isRow(row)) return GAP;
    const partner = partners.get(row);
    return partner ? compare(row, partner, expected) : absent(row, { table: expected, reason: whyAbsent(row, sides) });
  });
  const entries = [
    compare(expected.header, actual.header, expected),
    ...rows,
    ...spare.map((row) => extra(row, expected)),
  ];
  const agree = entries.every(({ differences }) => differences.length === 0);
  return agree ? entries.map(tellOrder()) : entries;
}

/** Where each row is there: the rows of one object, or of one time, that stand in another order. */
function tellOrder(): (entry: Entry) => Entry {
  const last = new Map<string, number>();
  return (entry) => {
    const { author, found } = entry;
    if (!author || found?.name === undefined) return entry;
    const before = last.get(found.name) ?? -1;
    last.set(found.name, Math.max(before, found.line));
    if (found.line > before) return entry;
    const reason = 'ligne plus haut dans la sortie\u00a0: celles d’un même objet gardent leur ordre';
    const difference = { line: author.line + 1, expected: author.text.raw.trim(), actual: '', reason };
    return { ...entry, kind: 'absent', differences: [difference] };
  };
}

/** How many rows on each side read as one does. */
interface Sides {
  readonly wanted: ReadonlyMap<string, number>;
  readonly found: ReadonlyMap<string, number>;
}

function count(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOfRow(row), (counts.get(keyOfRow(row)) ?? 0) + 1);
  return counts;
}

/** A random name tells nothing about which of several rows lacks: their number does. */
function whyAbsent(row: Row, { wanted, found }: Sides): string {
  const likeIt = wanted.get(keyOfRow(row)) ?? 0;
  const got = found.get(keyOfRow(row)) ?? 0;
  const lacks = 'ligne absente de la sortie';
  if (!row.free) return got > 0 ? 'ligne ailleurs dans la sortie\u00a0: son nom est stable, l’ordre compte' : lacks;
  if (likeIt > got)
    return likeIt > 1 ? `${lacks}\u00a0: ${String(likeIt)} semblables attendues, ${String(got)} obtenues` : lacks;
  return got > 0 ? 'ligne ailleurs dans la sortie\u00a0: l’ordre des lignes d’un objet compte' : lacks;
}

/** Where the columns are not the same, no row can be: only the header is said to differ. */
function explainColumns(expected: Table, actual: Table): Entry[] {
  const missing = expected.columns.filter((title) => !actual.columns.includes(title));
  const surplus = actual.columns.filter((title) => !expected.columns.includes(title));
  const details = [
    ...(missing.length > 0 ? [`sans ${missing.join(', ')}`] : []),
    ...(surplus.length > 0 ? [`avec ${surplus.join(', ')} en plus`] : []),
  ];
  const reason = `colonnes différentes\u00a0: ${details.join(', ') || 'leur ordre a changé'}`;
  const header = {
    kind: 'changed' as const,
    expected: [expected.header.text.raw],
    actual: [actual.header.text.raw],
    marks: [],
    differences: [{ line: expected.start + 1, expected: '', actual: '', reason }],
    author: expected.header,
    found: actual.header,
  };
  const rows = [
    ...expected.rows.map((row) => (isRow(row) ? absent(row, { table: expected }) : GAP)),
    ...actual.rows.filter(isRow).map((row) => extra(row, actual)),
  ];
  return [header, ...rows.map((entry) => ({ ...entry, differences: [] }))];
}

interface Pairs {
  /** By the author's row. */
  readonly partners: ReadonlyMap<Row, Row>;
  /** Rows that were printed and that neither a row nor a gap of the author's covers. */
  readonly spare: readonly Row[];
}

/** Rows that agree first, then those that resemble each other. */
function pairRows(expected: Table, actual: Table): Pairs {
  const partners = new Map<Row, Row>();
  const left = new Set(actual.rows.filter(isRow));
  const pair = (author: Row, row: Row): void => {
    partners.set(author, row);
    left.delete(row);
  };

  const fixed = [...left].filter(({ free }) => !free);
  const order = expected.rows.filter((row) => !isRow(row) || !row.free);
  const cost = (row: Row, place: number): number => (fixed[place] ? 2 * distance(row, fixed[place]) : 2);
  const costs = { size: () => 1, pair: (row: Row, place: number) => ({ cost: cost(row, place), lines: 1 }) };
  for (const { item, from, to } of align(order, fixed.length, costs)) {
    for (const row of fixed.slice(from, to)) {
      if (item === 'gap') left.delete(row);
      else if (item && isRow(item)) pair(item, row);
    }
  }
  for (const [row, author] of assignFree(expected.rows, [...left])) pair(author, row);

  for (const author of expected.rows.filter(isRow)) {
    if (partners.has(author)) continue;
    const near = left.values().take(Math.max(1, Math.floor(PAIRS / expected.rows.length)));
    const [nearest] = [...near].map((row) => [distance(author, row), row] as const).sort(([a], [b]) => a - b);
    const moved = nearest?.[0] === 0 && !author.free;
    if (nearest && nearest[0] < 1 && !moved) pair(author, nearest[1]);
  }
  const open = expected.rows.includes('gap');
  return { partners, spare: [...left].filter(({ free }) => !open || !free) };
}
