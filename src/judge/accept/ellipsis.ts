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

/** Where an item may start: at some lines, each with the cover that ends there; and from `open` on, anywhere. */
interface Starts<Found> {
  readonly at: Map<number, Cover<Found> | undefined>;
  /** The gap before it, which covers lines from its own start on. */
  open?: { readonly first: number; readonly from: number };
}

/**
 * Lays a sequence of items over `length` lines, each line covered once: a gap covers any lines; another item, alone or
 * with those after it, what `fits(item, line)` says: all the ways, the preferred one first. Returns the covers in
 * order, with the topmost places that there are, or undefined where there is no way. `fits` is asked at most once for
 * each place, and where all items are `simple`, about once for each line: each fits alone, on one line.
 */
export function layOut<Item extends object, Found extends Fit>(
  items: readonly (Item | Gap)[],
  length: number,
  fits: (item: Item, line: number) => readonly Found[],
  simple: (item: Item) => boolean = () => false,
): Cover<Found>[] | undefined {
  const reached: Starts<Found>[] = Array.from({ length: items.length + 1 }, () => ({ at: new Map() }));
  reached[0]?.at.set(0, undefined);
  for (let first = 0; first < items.length; first += 1) {
    const item = items[first];
    const starts = reached[first];
    const next = reached[first + 1];
    if (item === undefined || !starts || !next) continue;
    if (typeof item === 'string') {
      const from = Math.min(starts.open?.from ?? Infinity, ...least(starts.at.keys()));
      if (from <= length && (next.open?.from ?? Infinity) > from) next.open = { first, from };
      continue;
    }
    const run = starts.open && starts.at.size === 0 ? runFrom(items, first, simple) : undefined;
    if (run && starts.open) {
      const last = first + run.length === items.length;
      const start = placeOf(
        run,
        last ? Math.max(starts.open.from, length - run.length) : starts.open.from,
        length,
        fits,
      );
      for (const [index, fit] of start?.fits.entries() ?? []) {
        const from = (start?.from ?? 0) + index;
        reached[first + index + 1]?.at.set(from + 1, { first: first + index, from, to: from + 1, fit });
      }
      first += run.length - 1;
      continue;
    }
    for (const from of linesFrom(starts, length)) {
      for (const fit of fits(item, from)) {
        const target = reached[first + fit.items];
        const to = from + fit.lines;
        if (target && !target.at.has(to)) target.at.set(to, { first, from, to, fit });
      }
    }
  }
  return walkBack(reached, items.length, length);
}

/** The simple items up to the next gap, or to the end; undefined where one of them is not simple. */
function runFrom<Item extends object>(
  items: readonly (Item | Gap)[],
  first: number,
  simple: (item: Item) => boolean,
): Item[] | undefined {
  const run: Item[] = [];
  for (let index = first; index < items.length; index += 1) {
    const item = items[index];
    if (typeof item !== 'object') break;
    if (!simple(item)) return undefined;
    run.push(item);
  }
  return run;
}

/** The topmost place where a run of items fits: below a gap, no other one can be better. */
function placeOf<Item, Found>(
  run: readonly Item[],
  from: number,
  length: number,
  fits: (item: Item, line: number) => readonly Found[],
): { readonly from: number; readonly fits: readonly Found[] } | undefined {
  for (let start = from; start + run.length <= length; start += 1) {
    const found: Found[] = [];
    for (const [index, item] of run.entries()) {
      const [fit] = fits(item, start + index);
      if (fit === undefined) break;
      found.push(fit);
    }
    if (found.length === run.length) return { from: start, fits: found };
  }
  return undefined;
}

function* linesFrom<Found>({ at, open }: Starts<Found>, length: number): Generator<number> {
  const from = open?.from ?? Infinity;
  for (const line of [...at.keys()].sort((a, b) => a - b)) if (line < Math.min(from, length)) yield line;
  for (let line = from; line < length; line += 1) yield line;
}

function* least(lines: Iterable<number>): Generator<number> {
  let smallest = Infinity;
  for (const line of lines) smallest = Math.min(smallest, line);
  yield smallest;
}

function walkBack<Found>(reached: readonly Starts<Found>[], count: number, length: number): Cover<Found>[] | undefined {
  const covers: Cover<Found>[] = [];
  let [item, line] = [count, length];
  while (item > 0) {
    const { at, open } = reached[item] ?? { at: new Map() };
    const placed = at.get(line);
    const cover = placed ?? (open && open.from <= line ? { ...open, to: line } : undefined);
    if (!cover) return undefined;
    covers.push(cover);
    item = cover.first;
    line = cover.from;
  }
  return line === 0 ? covers.reverse() : undefined;
}
