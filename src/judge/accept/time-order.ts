import type { Gap } from './ellipsis.ts';
import type { Row } from './table.ts';

const TIMES = /^(?:AGE|LAST SEEN|FIRST SEEN)$/;
const SECONDS: Readonly<Record<string, number>> = { y: 31_536_000, d: 86_400, h: 3600, m: 60, s: 1 };

/**
 * Whether rows that a time sorts stand in the author's order. Those of one second have none.
 * @param match the printed rows in their order, with the author's
 */
export function keepsTime(match: ReadonlyMap<Row, Row | Gap>, columns: readonly string[]): boolean {
  const column = columns.findIndex((title) => TIMES.test(title));
  if (column < 0) return true;
  const pairs = [...match].flatMap(([row, author]) =>
    typeof author === 'string' ? [] : [{ line: author.line, mine: ageIn(author, column), theirs: ageIn(row, column) }],
  );
  // A row may stand above one that the author wrote higher only where both are of one time, for him or as printed.
  return pairs.every((pair, index) => {
    const next = pairs[index + 1];
    return !next || next.line > pair.line || next.mine === pair.mine || next.theirs === pair.theirs;
  });
}

function ageIn({ cells }: Row, column: number): number {
  const text = cells?.[column]?.phrase.raw.replace(/ .*/, '') ?? '';
  return [...text.matchAll(/(\d+)([ydhms])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (SECONDS[unit ?? ''] ?? 0),
    0,
  );
}
