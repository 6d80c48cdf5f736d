import type { Row } from './table.ts';

/** Whether `actual` may stand where the author wrote `expected`: cell by cell, else as a line. */
export function rowAccepts(expected: Row, actual: Row): boolean {
  const { cells } = expected;
  if (!cells || cells.length !== actual.cells?.length) return expected.text.accepts(actual.text);
  return cells.every(({ phrase }, column) => phrase.accepts(actual.cells?.[column]?.phrase ?? phrase));
}

const keys = new WeakMap<Row, string>();

/** What a row says, but for its volatile values. */
export function keyOfRow(row: Row): string {
  const known = keys.get(row);
  if (known !== undefined) return known;
  const { cells, text } = row;
  const phrases = cells?.map(({ phrase }) => phrase) ?? [text];
  const key = phrases.map(({ elided, raw, key }) => (elided ? raw : key)).join('\u0001');
  keys.set(row, key);
  return key;
}
