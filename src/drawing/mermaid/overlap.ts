import type { Mark } from '../types.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Line {
  readonly points: readonly Point[];
  readonly dashed: boolean;
}

/** Shorter runs side by side happen where two lines cross at a rounded corner. */
const LEAST_RUN = 6;

/**
 * Lines that leave one box, or reach one, may share their way: it reads as a branch. Two lines that share it without
 * sharing an end, or of which only one is dashed, cannot be told apart.
 * @returns whether some lines of the drawing cannot be told apart
 */
export function hasAmbiguousLines(marks: readonly Mark[]): boolean {
  const lines = marks.flatMap((mark) =>
    mark.shape === 'path' && mark.role === 'edge' ? [{ points: pointsOf(mark.d), dashed: mark.dashed }] : [],
  );
  return lines.some((line, index) => lines.slice(index + 1).some((other) => areAmbiguous(line, other)));
}

function areAmbiguous(a: Line, b: Line): boolean {
  const branch = meet(a.points[0], b.points[0]) || meet(a.points.at(-1), b.points.at(-1));
  if (branch && a.dashed === b.dashed) return false;
  return runsOf(a).some((one) => runsOf(b).some((other) => shared(one, other) > LEAST_RUN));
}

function pointsOf(d: string): Point[] {
  return [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
}

function meet(a: Point | undefined, b: Point | undefined): boolean {
  return a !== undefined && b !== undefined && Math.hypot(a.x - b.x, a.y - b.y) < 3;
}

function runsOf({ points }: Line): (readonly [Point, Point])[] {
  return points.slice(1).map((point, index) => [points[index] ?? point, point] as const);
}

/** @returns the length that two horizontal, or two vertical, segments have in common */
function shared([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): number {
  const along = (axis: 'x' | 'y', across: 'x' | 'y') => {
    if ([b, c, d].some((point) => Math.abs(point[across] - a[across]) > 2)) return 0;
    const start = Math.max(Math.min(a[axis], b[axis]), Math.min(c[axis], d[axis]));
    return Math.min(Math.max(a[axis], b[axis]), Math.max(c[axis], d[axis])) - start;
  };
  return Math.max(along('x', 'y'), along('y', 'x'));
}
