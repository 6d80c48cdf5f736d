import { assign } from './assign.ts';
import { layOut, type Gap } from './ellipsis.ts';
import { keyOfRow, rowAccepts } from './row.ts';
import type { Scope } from './scope.ts';
import { assignStories, hasStories } from './stories.ts';
import { isRow, type Row, type RowOrGap, type Table } from './table.ts';
import { keepsTime } from './time-order.ts';

const ONE = { items: 1, lines: 1 };

/** For each row of the actual table: the author's row that it stands for, or the gap that covers it. */
export type RowMatch = ReadonlyMap<Row, Row | Gap>;

/**
 * Matches an author's rows with those of a table whose header agrees with theirs. Rows with stable names keep their
 * order, in which the author's gaps have their place. Free rows match as a multiset, but for those of one object, and
 * for those that a time sorts, which keep theirs; a gap anywhere covers any number of them. It never accepts too much;
 * where several rows have one stable name and others an elided one, it may refuse what another laying of the
 * stable ones would allow.
 */
export function matchRows(expected: readonly RowOrGap[], actual: Table, { byTime }: Scope): RowMatch | undefined {
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
  const owners = ownersOf(expected, pool, { must, byTime });
  const free = wanted.length - order.filter(isRow).length;
  if (!owners || owners.size < free || [...must].some((row) => !owners.has(row))) return undefined;
  const match = new Map(found.map((row) => [row, owners.get(row) ?? laid.get(row) ?? 'gap']));
  return byTime && !keepsTime(match, actual.columns) ? undefined : match;
}

/** The author's row of each row of the pool that has one. */
function ownersOf(
  expected: readonly RowOrGap[],
  pool: readonly Row[],
  { must, byTime }: { readonly must: ReadonlySet<Row>; readonly byTime: boolean },
): Map<Row, Row> | undefined {
  const items = expected.filter((row) => !isRow(row) || row.free);
  const rows = items.filter(isRow);
  const isTold = hasStories(rows) || hasStories(pool);
  if (!isTold && !byTime) return assignFree(expected, pool, must);
  const inOrder = must.size === 0 ? layFixed(items, pool) : undefined;
  if (inOrder) return new Map([...inOrder].flatMap(([row, author]) => (isRow(author) ? [[row, author]] : [])));
  if (!isTold) return assignFree(expected, pool, must);
  if (rows.every(({ name }) => name !== undefined)) return assignStories(items, pool);
  return new Set(pool.map(({ name }) => name)).size > 1 ? assignFree(expected, pool, must) : undefined;
}

/** Lays rows over the fixed rows of a table, in order; tells what covers each. */
function layFixed(items: readonly (Row | Gap)[], fixed: readonly Row[]): Map<Row, Row | Gap> | undefined {
  const covers = layOut(
    items,
    fixed.length,
    (row, place) => (fixed[place] && rowAccepts(row, fixed[place]) ? [ONE] : []),
    () => true,
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
  const byKey = Map.groupBy(pool, keyOfRow);
  return (row) => {
    const key = keyOfRow(row);
    const choices =
      known.get(key) ??
      (row.text.elided ? pool.filter((candidate) => rowAccepts(row, candidate)) : (byKey.get(key) ?? []));
    known.set(key, choices);
    return [row, choices];
  };
}
