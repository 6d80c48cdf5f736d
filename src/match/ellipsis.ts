/** What covers any number of lines: the author's `…`, or another reason not to place them yet. */
export type Gap = 'gap' | 'loose';

/** What an item covers: lines `from` to `to`, the latter excluded. */
export interface Cover {
  readonly from: number;
  readonly to: number;
}

/**
 * Lays a sequence of items over `length` lines, each line covered once: a gap covers any lines, another item as many
 * as `span(item, line)` says, which is undefined where it does not fit. Returns one cover for each item, with the
 * topmost places that there are, or undefined where there is no way. `span` is asked at most once for each place.
 */
export function layOut<Item extends object>(
  items: readonly (Item | Gap)[],
  length: number,
  span: (item: Item, line: number) => number | undefined,
): Cover[] | undefined {
  // For each item: the lines at which it may end, with the line at which it then starts.
  const ends: Map<number, number>[] = [];
  let starts: readonly number[] = [0];
  for (const item of items) {
    const reached = new Map<number, number>();
    if (typeof item === 'string') {
      const first = starts[0] ?? 0;
      for (let line = first; line <= length; line += 1) reached.set(line, first);
    } else {
      for (const start of starts) {
        const lines = start < length ? span(item, start) : undefined;
        if (lines !== undefined && !reached.has(start + lines)) reached.set(start + lines, start);
      }
    }
    if (reached.size === 0) return undefined;
    ends.push(reached);
    starts = [...reached.keys()].sort((a, b) => a - b);
  }
  if (!starts.includes(length)) return undefined;

  const covers: Cover[] = [];
  let to = length;
  for (const reached of ends.toReversed()) {
    const from = reached.get(to) ?? 0;
    covers.push({ from, to });
    to = from;
  }
  return covers.reverse();
}
