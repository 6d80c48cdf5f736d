import { expect, test } from 'vitest';
import { LiveState } from '../../../../src/presenter/browser/live-state.ts';

const pod = (name: string, state: string) =>
  ({ kind: 'Pod', name, ready: state === 'Running', state, restarts: 0 }) as const;

test('of each object a window knows the last, and forgets all where the lesson starts over', () => {
  const live = new LiveState();
  live.apply({ type: 'entered', epoch: 'un', fresh: true, lesson: 'essai', steps: [] });
  live.apply({ type: 'cluster', seq: 1, event: { at: 1, object: pod('a', 'Pending') } });
  live.apply({ type: 'cluster', seq: 2, event: { at: 2, object: pod('b', 'Pending') } });
  live.apply({ type: 'cluster', seq: 3, event: { at: 3, object: pod('a', 'Running') } });
  live.apply({ type: 'cluster', seq: 4, event: { at: 4, object: { kind: 'Pod', name: 'b', gone: true } } });
  expect(live.cluster.events).toEqual([{ at: 3, object: pod('a', 'Running') }]);
  expect(live.seq).toBe(4);
  live.apply({ type: 'entered', epoch: 'deux', fresh: true, lesson: 'essai', steps: [] });
  expect(live.cluster.events).toEqual([]);
});
