import type { Gap } from './ellipsis.ts';

/** One step down: an item with the lines `from` to `to` (excluded), an item alone, or a line alone. */
export interface Step<Item> {
  readonly item?: Item | Gap;
  readonly from: number;
  readonly to: number;
}

export interface Costs<Item> {
  /** From 0, they agree, to 2, nothing in common; and how many lines the item takes there. */
  readonly pair: (item: Item, line: number) => { readonly cost: number; readonly lines: number } | undefined;
  /** How many lines are missing where the item is. */
  readonly size: (item: Item) => number;
}

/** Two things alone cost less than a pair with little in common. */
const ALONE = 0.75;
/** Above this many pairs, things are put side by side place by place. */
const ALIGNABLE = 250_000;

/**
 * The cheapest way down items and lines together, in O(items × lines). It only explains a refusal that was decided
 * elsewhere: its costs are a matter of taste.
 */
export function align<Item extends object>(
  items: readonly (Item | Gap)[],
  length: number,
  costs: Costs<Item>,
): Step<Item>[] {
  if (items.length * length > ALIGNABLE) return sideBySide(items, length);
  const width = length + 1;
  const best = new Float64Array((items.length + 1) * width);
  const moves = new Map<number, Move>();
  for (let index = items.length; index >= 0; index -= 1) {
    for (let line = length; line >= 0; line -= 1) {
      const at = index * width + line;
      let least = Infinity;
      for (const move of movesFrom(items[index], line < length ? line : undefined, costs)) {
        const total = move.cost + (best[at + move.items * width + move.lines] ?? 0);
        if (total >= least) continue;
        least = total;
        moves.set(at, move);
      }
      best[at] = least === Infinity ? 0 : least;
    }
  }

  const steps: Step<Item>[] = [];
  let index = 0;
  let line = 0;
  for (let move = moves.get(0); move; move = moves.get(index * width + line)) {
    const item = items[index];
    const takes = move.items === 1 || typeof item === 'string';
    steps.push({ ...(takes && item && { item }), from: line, to: line + move.lines });
    index += move.items;
    line += move.lines;
  }
  return steps;
}

interface Move {
  readonly cost: number;
  readonly items: 0 | 1;
  readonly lines: number;
}

function movesFrom<Item extends object>(
  item: Item | Gap | undefined,
  line: number | undefined,
  { pair, size }: Costs<Item>,
): Move[] {
  const gap = typeof item === 'string';
  const both = line !== undefined && item && !gap ? pair(item, line) : undefined;
  return [
    ...(both ? [{ ...both, items: 1 as const }] : []),
    ...(item ? [{ cost: gap ? 0 : ALONE * size(item), items: 1 as const, lines: 0 }] : []),
    ...(line === undefined ? [] : [{ cost: gap ? 0 : ALONE, items: 0 as const, lines: 1 }]),
  ];
}

function sideBySide<Item>(items: readonly (Item | Gap)[], length: number): Step<Item>[] {
  return Array.from({ length: Math.max(items.length, length) }, (_, place) => {
    const item = items[place];
    return { ...(item !== undefined && { item }), from: Math.min(place, length), to: Math.min(place + 1, length) };
  });
}
