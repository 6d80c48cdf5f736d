import type { Gap } from '../accept/ellipsis.ts';

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

/** A part of the whole, and what it costs to walk down it. */
interface Walk<Item> extends Costs<Item> {
  readonly items: readonly (Item | Gap)[];
  readonly from: number;
  readonly to: number;
}

interface Move {
  readonly cost: number;
  readonly items: 0 | 1;
  readonly lines: number;
}

/** Two things alone cost less than a pair with little in common. */
const ALONE = 0.75;
/** Above this many pairs, things are put side by side place by place. */
const ALIGNABLE = 250_000;

/**
 * The cheapest way down items and lines together, in O(items × lines) between what agrees at both ends. It only
 * explains a refusal that was decided elsewhere: its costs are a matter of taste.
 */
export function align<Item extends object>(
  items: readonly (Item | Gap)[],
  length: number,
  costs: Costs<Item>,
): Step<Item>[] {
  const head: Step<Item>[] = [];
  let from = 0;
  for (const item of items) {
    const pair = typeof item === 'object' && from < length ? costs.pair(item, from) : undefined;
    if (pair?.cost !== 0) break;
    head.push({ item, from, to: from + pair.lines });
    from += pair.lines;
  }
  const tail: Step<Item>[] = [];
  let to = length;
  for (const item of items.slice(head.length).toReversed()) {
    const start = typeof item === 'object' ? to - costs.size(item) : -1;
    const pair = typeof item === 'object' && start >= from ? costs.pair(item, start) : undefined;
    if (pair?.cost !== 0 || start + pair.lines !== to) break;
    tail.push({ item, from: start, to });
    to = start;
  }
  const middle = { ...costs, items: items.slice(head.length, items.length - tail.length), from, to };
  const small = middle.items.length * (to - from) <= ALIGNABLE;
  return [...head, ...(small ? cheapest(middle) : sideBySide(middle)), ...tail.reverse()];
}

function cheapest<Item extends object>(walk: Walk<Item>): Step<Item>[] {
  const { items, from, to } = walk;
  const width = to - from + 1;
  const best = new Float64Array((items.length + 1) * width);
  // The best move from each place: how many items, and how many lines; neither at the end.
  const [itemSteps, lineSteps] = [new Uint8Array(best.length), new Int32Array(best.length)];
  for (let index = items.length; index >= 0; index -= 1) {
    for (let line = to; line >= from; line -= 1) {
      const at = index * width + line - from;
      let least = Infinity;
      for (const move of movesFrom(items[index], line, walk)) {
        const total = move.cost + (best[at + move.items * width + move.lines] ?? 0);
        if (total >= least) continue;
        least = total;
        itemSteps[at] = move.items;
        lineSteps[at] = move.lines;
      }
      best[at] = least === Infinity ? 0 : least;
    }
  }

  const steps: Step<Item>[] = [];
  let index = 0;
  let line = from;
  while (index < items.length || line < to) {
    const at = index * width + line - from;
    const [down = 0, across = 0] = [itemSteps[at], lineSteps[at]];
    const item = items[index];
    const takes = down === 1 || typeof item === 'string';
    steps.push({ ...(takes && item && { item }), from: line, to: line + across });
    index += down;
    line += across;
  }
  return steps;
}

function movesFrom<Item extends object>(item: Item | Gap | undefined, line: number, walk: Walk<Item>): Move[] {
  const gap = typeof item === 'string';
  const left = line < walk.to;
  const found = left && item && !gap ? walk.pair(item, line) : undefined;
  const pair = found && line + found.lines <= walk.to ? found : undefined;
  return [
    ...(pair ? [{ ...pair, items: 1 as const }] : []),
    ...(item ? [{ cost: gap ? 0 : ALONE * walk.size(item), items: 1 as const, lines: 0 }] : []),
    ...(left ? [{ cost: gap ? 0 : ALONE, items: 0 as const, lines: 1 }] : []),
  ];
}

function sideBySide<Item>({ items, from, to }: Walk<Item>): Step<Item>[] {
  return Array.from({ length: Math.max(items.length, to - from) }, (_, place) => {
    const item = items[place];
    const start = Math.min(from + place, to);
    return { ...(item !== undefined && { item }), from: start, to: Math.min(start + 1, to) };
  });
}
