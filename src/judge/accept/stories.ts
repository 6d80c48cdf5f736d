import { assign } from './assign.ts';
import { keyOfRow, rowAccepts } from './row.ts';
import { isRow, type Row, type RowOrGap } from './table.ts';

/** Whether one object has several of the rows: `--watch`, events. */
export function hasStories(rows: readonly Row[]): boolean {
  const names = rows.flatMap(({ name }) => (name === undefined ? [] : [name]));
  return new Set(names).size < names.length;
}

/**
 * Pairs the author's objects with those that were printed, each with all its rows in their order; where the author has
 * a gap, with some of them. How the rows of several objects alternate is chance.
 */
export function assignStories(expected: readonly RowOrGap[], pool: readonly Row[]): Map<Row, Row> | undefined {
  const open = expected.includes('gap');
  const lefts = storiesOf(expected.filter(isRow));
  const rights = storiesOf(pool);
  const known = new Map<string, (readonly Row[])[]>();
  const byKey = Map.groupBy(rights, keyOfStory);
  const owners = assign({
    lefts,
    candidates(story) {
      const key = keyOfStory(story);
      const isLoose = open || story.some(({ text }) => text.elided);
      const choices =
        known.get(key) ??
        (isLoose ? rights.filter((other) => pairStories(story, other, open) !== undefined) : (byKey.get(key) ?? []));
      known.set(key, choices);
      return choices;
    },
  });
  if (owners.size < lefts.length || (!open && owners.size < rights.length)) return undefined;
  return new Map([...owners].flatMap(([printed, author]) => [...(pairStories(author, printed, open) ?? [])]));
}

function storiesOf(rows: readonly Row[]): (readonly Row[])[] {
  return [...Map.groupBy(rows, (row) => row.name ?? row).values()];
}

function keyOfStory(rows: readonly Row[]): string {
  return rows.map(keyOfRow).join('\n');
}

/** The author's row of each printed row of one object. */
function pairStories(author: readonly Row[], printed: readonly Row[], open: boolean): Map<Row, Row> | undefined {
  if (open ? author.length > printed.length : author.length !== printed.length) return undefined;
  const pairs = new Map<Row, Row>();
  for (const row of printed) {
    const next = author[pairs.size];
    if (next && rowAccepts(next, row)) pairs.set(row, next);
    else if (!open) return undefined;
  }
  return pairs.size === author.length ? pairs : undefined;
}
