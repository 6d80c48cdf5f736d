import type { MermaidConfig } from 'mermaid';
import { boundsOf } from '../bounds.ts';
import { hasAmbiguousLines } from './overlap.ts';
import { countInversions } from './reading-order.ts';
import { fitsSlide } from './size.ts';
import type { Mark } from '../types.ts';

/** Options of ELK, the layout algorithm. */
export type Layout = NonNullable<MermaidConfig['elk']>;

/** A drawing laid out in one of the ways. */
export interface Attempt {
  readonly layout: Layout;
  readonly marks: readonly Mark[];
}

/**
 * Each is the best one for some drawings: which arrow of a loop runs backwards, and whether the lines of one box share
 * their way.
 */
export const LAYOUTS: readonly Layout[] = [
  { mergeEdges: true, cycleBreakingStrategy: 'DEPTH_FIRST' },
  { mergeEdges: true, cycleBreakingStrategy: 'GREEDY_MODEL_ORDER' },
  { mergeEdges: false, cycleBreakingStrategy: 'DEPTH_FIRST' },
  { mergeEdges: false, cycleBreakingStrategy: 'GREEDY_MODEL_ORDER' },
];

/**
 * @param code the fence, for the direction in which it reads
 * @returns whether the first layout is the better one; of equals, the one tried before stays
 */
export function isBetter(next: Attempt, best: Attempt, code: string): boolean {
  const [a, b] = [penaltiesOf(next, code), penaltiesOf(best, code)];
  const index = a.findIndex((penalty, each) => penalty !== b[each]);
  return index >= 0 && (a[index] ?? 0) < (b[index] ?? 0);
}

/** From what makes a drawing useless to what makes it less pleasant. */
function penaltiesOf({ layout, marks }: Attempt, code: string): number[] {
  return [
    Number(hasAmbiguousLines(marks)),
    Number(!fitsSlide(boundsOf(marks))),
    countInversions(marks, code),
    Number(!layout.mergeEdges),
    countBends(marks),
  ];
}

/** Mermaid rounds each bend with a curve. */
function countBends(marks: readonly Mark[]): number {
  const lines = marks.filter((mark) => mark.shape === 'path' && mark.role === 'edge');
  return lines.reduce((sum, line) => sum + ('d' in line ? (line.d.match(/Q/g) ?? []).length : 0), 0);
}
