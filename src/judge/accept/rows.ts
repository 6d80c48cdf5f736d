import { assign } from './assign.ts';
import { layOut, type Gap } from './ellipsis.ts';
import { isRow, type Row, type RowOrGap, type Table } from './table.ts';

/** For each row of the actual table: the author's row that it stands for, or the gap that covers it. */
export type RowMatch = ReadonlyMap<Row, Row | Gap>;

const ROW = { items: 1, lines: 1 };

/** Whether `actual` may stand where the author wrote `expected`: cell by cell, else as a line. */
export function rowAccepts(expected: Row, actual: Row): boolean {
  const { cells } = expected;
  if (!cells || cells.length !== actual.cells?.length) return expected.text.accepts(actual.text);
  return cells.every(({ phrase }, column) => phrase.accepts(actual.cells?.[column]?.phrase ?? phrase));
}

/**
 * Matches an author's rows with those of a table whose header agrees with theirs. Rows with stable names keep their order, in which the author's
 * gaps have their place. Free rows match as a multiset; a gap anywhere covers any number of them. It never accepts too
 * much; where several rows have one stable name and others an elided one, it may refuse what another laying of the
 * stable ones would allow.
 */
export function matchRows(expected: readonly RowOrGap[], actual: Table): RowMatch | undefined {
  const wanted = expected.filter(isRow);
  const found = actual.rows.filter(isRow);
  const open = wanted.length < expected.length;
  if (open ? wanted.length > found.length : wanted.length !== found.length) return undefined;

  const fixed = found.filter(({ free }) => !free);
  const order = expected.filter((row) => !isRow(row) || !row.free);
  const laid = layFixed(order, fixed) ?? layFixed(loosen(order), fixed);
  if (!laid) return undefined;

  const must = new Set(fixed.filter((row) => laid.get(row) === 'loose'));
  const pool = found.filter((row) => row.free || typeof laid.get(row) === 'string');
  const owners = assignFree(expected, pool, must);
  const free = wanted.length - order.filter(isRow).length;
  if (owners.size < free || [...must].some((row) => !owners.has(row))) return undefined;
  return new Map(found.map((row) => [row, owners.get(row) ?? laid.get(row) ?? 'gap']));
}

/** Lays rows over the fixed rows of a table, in order; tells what covers each. */
function layFixed(items: readonly (Row | Gap)[], fixed: readonly Row[]): Map<Row, Row | Gap> | undefined {
  const covers = layOut(items, fixed.length, (row, place) =>
    fixed[place] && rowAccepts(row, fixed[place]) ? [ROW] : [],
  );
  const laid = new Map<Row, Row | Gap>();
  for (const { first, from, to } of covers ?? []) {
    for (const row of fixed.slice(from, to)) laid.set(row, items[first] ?? 'gap');
  }
  return covers && laid;
}

/**
 * A free row whose name is elided may stand for one with a stable name. `loose` is where such rows may be, between
 * fixed ones; what it covers must get a free row, since no gap of the author's covers it.
 */
function loosen(order: readonly RowOrGap[]): (Row | Gap)[] {
  const loose = order.flatMap<Row | Gap>((item, index) =>
    isRow(item) && order[index - 1] !== 'gap' ? ['loose', item] : [item],
  );
  return order.at(-1) === 'gap' ? loose : [...loose, 'loose'];
}

/**
 * Pairs as many of the author's free rows as possible with rows of the pool, all of `must` among them if possible.
 * Returns the author's row for each row that got one. Rows below the author's last gap choose from the bottom, so that
 * what is shown is elided where he did it.
 */
export function assignFree(rows: readonly RowOrGap[], pool: readonly Row[], must?: ReadonlySet<Row>): Map<Row, Row> {
  const last = rows.includes('gap') ? rows.lastIndexOf('gap') : rows.length;
  const isFree = (row: RowOrGap): row is Row => isRow(row) && row.free;
  const above = rows.slice(0, last).filter(isFree).map(choicesIn(pool));
  const below = rows.slice(last).filter(isFree).toReversed().map(choicesIn(pool.toReversed()));
  const choices = new Map([...above, ...below]);
  return assign({ lefts: [...choices.keys()], candidates: (row) => choices.get(row) ?? [], ...(must && { must }) });
}

/** The rows of the pool that a row accepts; the same for all rows that read the same. */
function choicesIn(pool: readonly Row[]): (row: Row) => [Row, readonly Row[]] {
  const known = new Map<string, readonly Row[]>();
  return (row) => {
    const phrases = row.cells?.map(({ phrase }) => phrase) ?? [row.text];
    const identity = phrases.map(({ elided, raw, key }) => (elided ? raw : key)).join('\u0001');
    const choices = known.get(identity) ?? pool.filter((candidate) => rowAccepts(row, candidate));
    known.set(identity, choices);
    return [row, choices];
  };
}
