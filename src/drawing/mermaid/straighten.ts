import type { Box, Mark } from '../types.ts';

/** A step this small looks like an accident, and an arrow may meet a box that far from its middle. In pixels. */
const LEAST_STEP = 11;

/** @returns the marks; a line whose only detour is a tiny step becomes straight, unless it bears a label */
export function straighten(marks: readonly Mark[]): Mark[] {
  const labels = marks.flatMap((mark) => (mark.role === 'plate' && mark.shape === 'rect' ? [mark] : []));
  return marks.map((mark) => {
    if (mark.role !== 'edge' || mark.shape !== 'path' || (mark.d.match(/Q/g) ?? []).length > 2) return mark;
    const d = labels.some((label) => overlap(label, mark.box)) ? undefined : straightLine(mark.d, mark.box);
    return d === undefined ? mark : { ...mark, d };
  });
}

function straightLine(d: string, { width, height }: Box): string | undefined {
  const points = [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [[x, y], [toX, toY]] = [first, last];
  if (height <= LEAST_STEP && width > 3 * LEAST_STEP) return `M${x},${y}L${toX},${y}`;
  if (width <= LEAST_STEP && height > 3 * LEAST_STEP) return `M${x},${y}L${x},${toY}`;
  return undefined;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
