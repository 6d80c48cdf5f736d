import type { Mark } from '../types.ts';

/**
 * How often a drawing contradicts the order in which its author named the boxes. In a loop, any box could come first:
 * the author's is the one to read first.
 * @param code the fence, which says in which direction it reads
 * @returns the number of pairs of boxes that stand the other way round
 */
export function countInversions(marks: readonly Mark[], code: string): number {
  const direction = /^\s*(?:(?:flowchart|graph|direction)\s+)(LR|RL|TB|TD|BT)\b/m.exec(code)?.[1] ?? 'TB';
  const horizontal = direction === 'LR' || direction === 'RL';
  const sign = direction === 'RL' || direction === 'BT' ? -1 : 1;
  const places = marks.flatMap((mark) => {
    if (mark.role !== 'box' || mark.shape !== 'rect') return [];
    return [sign * (horizontal ? mark.x + mark.width / 2 : mark.y + mark.height / 2)];
  });
  return places.reduce(
    (sum, place, index) => sum + places.slice(index + 1).filter((later) => later < place - 1).length,
    0,
  );
}
