import { describe, expect, test } from 'vitest';
import { isSameState, stateAt, statesBetween } from '../../../src/cluster-map/reduce.ts';
import type { ClusterEvent, ClusterObject, PodObject } from '../../../src/cluster-map/types.ts';

const pod = (name: string, state = 'Running'): PodObject => ({
  kind: 'Pod',
  name,
  state,
  ready: state === 'Running',
  restarts: 0,
});
const at = (ms: number, object: ClusterEvent['object']): ClusterEvent => ({ at: ms, object });
const gone = (ms: number, name: string): ClusterEvent => at(ms, { kind: 'Pod', name, gone: true });
const podsAt = (events: readonly ClusterEvent[], ms: number) =>
  stateAt(events, ms).pods.map(({ name, state }) => `${name} ${state}`);

describe('the state at a moment', () => {
  const events = [at(0, pod('a', 'Pending')), at(5, pod('b')), at(9, pod('a')), gone(12, 'b')];

  test.each([
    [0, ['a Pending']],
    [8, ['a Pending', 'b Running']],
    [9, ['a Running', 'b Running']],
    [12, ['a Running']],
  ])('at %i ms is what the events up to it, included, have made', (ms, expected) => {
    expect(podsAt(events, ms)).toEqual(expected);
  });

  test('has Pods in the order in which they appeared, whatever their names, and one that comes back in its place', () => {
    const swapped = [at(1, pod('z')), at(2, pod('a')), gone(3, 'z'), at(4, pod('z'))];
    expect(podsAt(swapped, 4)).toEqual(['z Running', 'a Running']);
  });

  test('has who leads first, then nodes by name, and owners from the Deployment down', () => {
    const owner = (kind: 'Deployment' | 'ReplicaSet', name: string) => ({ kind, name, wanted: 1, ready: 1 }) as const;
    const node = (name: string, role?: 'control-plane'): ClusterObject => ({
      ...{ kind: 'Node', name, ready: true, schedulable: true },
      ...(role && { role }),
    });
    const objects = [
      node('b'),
      node('a'),
      node('x', 'control-plane'),
      owner('ReplicaSet', 'a-1'),
      owner('Deployment', 'b'),
    ];
    const { nodes, owners } = stateAt(
      objects.map((object) => at(0, object)),
      0,
    );
    expect(nodes.map(({ name }) => name)).toEqual(['x', 'a', 'b']);
    expect(owners.map(({ name }) => name)).toEqual(['b', 'a-1']);
  });

  test('tells objects of the same name in two namespaces apart', () => {
    const events = [at(0, pod('a')), at(1, { ...pod('a'), namespace: 'autre' }), gone(2, 'a')];
    expect(stateAt(events, 2).pods).toMatchObject([{ name: 'a', namespace: 'autre' }]);
  });
});

describe('the states that a replay goes through', () => {
  test('begin with the one there was, and have one a moment at which something changed', () => {
    const events = [
      at(1, pod('a', 'Pending')),
      at(4, pod('a')),
      at(4, pod('b')),
      at(6, pod('b')),
      gone(8, 'a'),
      at(20, pod('c')),
    ];
    const states = statesBetween(events, 2, 10);
    expect(states.map(({ at, state }) => [at, state.pods.length])).toEqual([
      [2, 1],
      [4, 2],
      [8, 1],
    ]);
  });

  test('end as the state at that moment, from wherever they begin', () => {
    const events = [at(1, pod('a')), at(3, pod('b')), gone(5, 'a'), at(7, pod('a', 'Pending'))];
    for (let from = 0; from <= 8; from += 1) {
      expect(statesBetween(events, from, 8).at(-1)?.state).toEqual(stateAt(events, 8));
    }
  });
});

test('two states are the same whatever the order of their keys, and not when one Pod is in another state', () => {
  const [object, reordered] = [
    pod('a'),
    { restarts: 0, ready: true, state: 'Running', name: 'a', kind: 'Pod' as const },
  ];
  expect(isSameState(stateAt([at(0, object)], 0), stateAt([at(0, reordered)], 0))).toBe(true);
  expect(isSameState(stateAt([at(0, object)], 0), stateAt([at(0, pod('a', 'Error'))], 0))).toBe(false);
});
