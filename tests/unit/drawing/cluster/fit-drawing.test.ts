import { expect, test } from 'vitest';
import { fitDrawing } from '../../../../src/drawing/cluster/fit-drawing.ts';
import { layoutCluster } from '../../../../src/drawing/cluster/layout.ts';
import { pod, state } from './states.ts';

const ROOM = { width: 584, height: 596 };
const pods = (count: number) => state({ pods: Array.from({ length: count }, (_, index) => pod(`p${index}`)) });

test.each([[[1]], [[3, 8]], [[12, 40, 1]]])(
  '%j Pods one after the other fit the room, whichever is shown',
  (counts) => {
    const states = counts.map(pods);
    const { width, scale } = fitDrawing(states, ROOM);
    expect(width * scale).toBeLessThanOrEqual(ROOM.width);
    for (const each of states) expect(layoutCluster(each, width).height * scale).toBeLessThanOrEqual(ROOM.height);
  },
);

test('few Pods are drawn larger than many, none as a poster', () => {
  const [one, many] = [fitDrawing([pods(1)], ROOM), fitDrawing([pods(30)], ROOM)];
  expect(one.scale).toBeGreaterThan(many.scale);
  expect(fitDrawing([pods(1)], { width: 4000, height: 4000 }).scale).toBe(2);
});
