import type { Leaf, Mark } from '../../../../src/drawing/types.ts';

/** A box whose middle is there. */
export function boxAt(x: number, y: number): Mark {
  const size = { x: x - 40, y: y - 20, width: 80, height: 40 };
  return { role: 'box', kind: undefined, dashed: false, shape: 'rect', radius: 0, ...size };
}

/** A line through those points. */
export function lineThrough(points: readonly (readonly [number, number])[], dashed = false): Mark {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const box = { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  const d = `M${points.map((point) => point.join(',')).join('L')}`;
  return { role: 'edge', kind: undefined, dashed, shape: 'path', d, offset: { x: 0, y: 0 }, box };
}

/** What mermaid drew, with the class names that a test is about. */
export function leaf(tag: Leaf['tag'], classes: string, change: Partial<Leaf> = {}): Leaf {
  const [own = '', around = ''] = classes.split(' < ');
  return {
    tag,
    own: own.split(' ').filter(Boolean),
    around: around.split(' ').filter(Boolean),
    owner: -1,
    attributes: {},
    offset: { x: 0, y: 0 },
    box: { x: 0, y: 0, width: 100, height: 40 },
    text: '',
    ...change,
  };
}
