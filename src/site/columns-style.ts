/** Columns that fit a telephone at full size, those from which on code is at its smallest, and what lies between two steps. */
const LEAST = 32;
const MOST = 96;
const STEP = 8;

/**
 * The style by which code on a page shrinks before it scrolls: in steps, since each number more is weight.
 * @param columns of the longest line
 * @returns `--cols:48`; undefined where nothing shrinks
 */
export function columnsStyle(columns: number): string | undefined {
  const stepped = Math.min(MOST, Math.ceil(columns / STEP) * STEP);
  return stepped <= LEAST ? undefined : `--cols:${stepped}`;
}
