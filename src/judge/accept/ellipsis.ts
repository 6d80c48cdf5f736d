/** What covers any number of lines: the author's `…`, or another reason not to place them yet. */
export type Gap = 'gap' | 'loose';

/** So many items stand together for so many lines. */
export interface Fit {
  readonly items: number;
  readonly lines: number;
}

/** What the item `first` covers, with those after it that fit with it: lines `from` to `to`, the latter excluded. */
export interface Cover<Found> {
  readonly first: number;
  readonly from: number;
  readonly to: number;
  /** Absent where the item is a gap. */
  readonly fit?: Found;
}

/**
 * Lays a sequence of items over `length` lines, each line covered once: a gap covers any lines; another item, alone or
 * with those after it, what `fits(item, line)` says: all the ways, the preferred one first. Returns the covers in
 * order, with the topmost places that there are, or undefined where there is no way. `fits` is asked at most once for
 * each place.
 */
export function layOut<Item extends object, Found extends Fit>(
  items: readonly (Item | Gap)[],
  length: number,
  fits: (item: Item, line: number) => readonly Found[],
): Cover<Found>[] | undefined {
  // For each item: the lines at which it may start, with the cover that ends there.
  const reached: Map<number, Cover<Found> | undefined>[] = items.map(() => new Map());
  reached[0]?.set(0, undefined);
  const end = new Map<number, Cover<Found> | undefined>(items.length === 0 ? [[0, undefined]] : []);
  const reach = (next: number, cover: Cover<Found>): void => {
    const starts = reached[next] ?? end;
    if (!starts.has(cover.to)) starts.set(cover.to, cover);
  };
  for (const [first, item] of items.entries()) {
    const starts = [...(reached[first]?.keys() ?? [])].sort((a, b) => a - b);
    if (typeof item === 'string') {
      const [from = Infinity] = starts;
      for (let to = from; to <= length; to += 1) reach(first + 1, { first, from, to });
    } else {
      for (const from of starts.filter((start) => start < length)) {
        for (const fit of fits(item, from)) reach(first + fit.items, { first, from, to: from + fit.lines, fit });
      }
    }
  }
  if (!end.has(length)) return undefined;
  const covers: Cover<Found>[] = [];
  for (let cover = end.get(length); cover; cover = reached[cover.first]?.get(cover.from)) covers.push(cover);
  return covers.reverse();
}
