import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutCluster } from '../../../../src/drawing/cluster/layout.ts';
import type { Box } from '../../../../src/drawing/types.ts';
import { node, pod, someState, state } from './states.ts';

const WIDTHS = [340, 358, 560, 640, 900];

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width + 0.01 &&
  inner.y + inner.height <= outer.y + outer.height + 0.01;

/** Pairs of boxes that lie over each other. */
function clashes(boxes: readonly Box[]): string[] {
  return boxes.flatMap((box, index) =>
    boxes
      .slice(index + 1)
      .filter((other) => overlap(box, other))
      .map((other) => `${JSON.stringify(box)} × ${JSON.stringify(other)}`),
  );
}

describe('layoutCluster', () => {
  test('nothing lies over anything else, whatever the cluster, wide or narrow', () => {
    fc.assert(
      fc.property(someState, fc.constantFrom(...WIDTHS), (cluster, width) => {
        const { pods, labels, wires, chips } = layoutCluster(cluster, width);
        const names = wires.flatMap(({ name }) => (name === undefined ? [] : [name]));
        expect(clashes([...pods, ...labels, ...chips].map(({ box }) => box).concat(names))).toEqual([]);
      }),
    );
  });

  test('every Pod is drawn once, within its node or among those that wait, and frames stand apart', () => {
    fc.assert(
      fc.property(someState, fc.constantFrom(...WIDTHS), (cluster, width) => {
        const layout = layoutCluster(cluster, width);
        expect(layout.pods.map((each) => each.pod.name).toSorted()).toEqual(
          cluster.pods.map((each) => each.name).toSorted(),
        );
        for (const place of layout.pods) {
          const frame = layout.nodes.find((each) => each.node.name === place.pod.node)?.box ?? layout.waiting;
          expect(frame !== undefined && holds(frame, place.box)).toBe(true);
        }
        const frames = [
          ...layout.nodes.map(({ box }) => box),
          ...(layout.waiting === undefined ? [] : [layout.waiting]),
        ];
        expect(clashes(frames)).toEqual([]);
        const page = { x: 0, y: 0, width: layout.width, height: layout.height };
        for (const box of [...frames, ...layout.chips.map((each) => each.box)]) expect(holds(page, box)).toBe(true);
      }),
    );
  });

  test('a Service’s line passes between Pods, and its threads reach it from the Pods behind it alone', () => {
    fc.assert(
      fc.property(someState, fc.constantFrom(...WIDTHS), (cluster, width) => {
        const { pods, wires } = layoutCluster(cluster, width);
        const tied = new Map<string, number>();
        for (const { service, y, from, to, threads } of wires) {
          expect(to).toBeGreaterThanOrEqual(from);
          expect(pods.filter(({ box }) => overlap(box, { x: from, y, width: to - from + 1, height: 1 }))).toEqual([]);
          for (const thread of threads) {
            const above = pods.find(
              ({ box }) => box.y + box.height === thread.from && box.x < thread.x && thread.x < box.x + box.width,
            );
            expect(service.pods).toContain(above?.pod.name);
            tied.set(service.name, (tied.get(service.name) ?? 0) + 1);
          }
        }
        for (const { name, pods: behind } of cluster.services) {
          const drawn = cluster.pods.filter((each) => behind.includes(each.name) && each.node !== undefined);
          expect(tied.get(name) ?? 0).toBe(drawn.length);
        }
      }),
    );
  });

  test('the control plane of several nodes is a band, until it runs a Pod of the lesson', () => {
    const nodes = [node('cp', { role: 'control-plane' }), node('worker')];
    const bandOf = (pods: ReturnType<typeof pod>[]) =>
      layoutCluster(state({ nodes, pods }), 900).nodes.find((each) => each.node.name === 'cp')?.band;
    expect(bandOf([pod('a')])).toBe(true);
    expect(bandOf([pod('a', { node: 'cp' })])).toBe(false);
    expect(layoutCluster(state({ nodes: nodes.slice(0, 1) }), 900).nodes[0]?.band).toBe(false);
  });

  test('a row is an owner through all the nodes: its Pods stand at one height', () => {
    const owner = { kind: 'Deployment', name: 'web' } as const;
    const cluster = state({
      nodes: [node('worker'), node('worker2')],
      owners: [
        { ...owner, wanted: 2, ready: 2 },
        { kind: 'Deployment', name: 'autre', wanted: 1, ready: 0 },
      ],
      pods: [pod('web-1', { owner }), pod('web-2', { owner, node: 'worker2' }), pod('seul')],
    });
    const { pods } = layoutCluster(cluster, 900);
    const yOf = (name: string) => pods.find((each) => each.pod.name === name)?.box.y;
    expect(yOf('web-1')).toBe(yOf('web-2'));
    expect(yOf('web-1')).not.toBe(yOf('seul'));
  });
});
