import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventsOf, linesOf } from '../../../src/cluster-map/delta.ts';
import { eventsSchema } from '../../../src/cluster-map/schema.ts';
import type { ClusterEvent } from '../../../src/cluster-map/types.ts';

const name = fc.constantFrom('a', 'b');
const pod = fc.record(
  {
    kind: fc.constant('Pod' as const),
    name,
    namespace: fc.constant('autre'),
    node: fc.constantFrom('n1', 'n2'),
    owner: fc.record({ kind: fc.constant('ReplicaSet'), name }),
    state: fc.constantFrom('Pending', 'Running'),
    ready: fc.boolean(),
    restarts: fc.nat(3),
  },
  { requiredKeys: ['kind', 'name', 'state', 'ready', 'restarts'] },
);
const service = fc.record({ kind: fc.constant('Service' as const), name, pods: fc.array(name) });
const gone = fc.record({
  kind: fc.constantFrom('Pod' as const, 'Service' as const),
  name,
  gone: fc.constant(true as const),
});
const history = fc
  .array(fc.tuple(fc.nat(5), fc.oneof(pod, service, gone)))
  .map((steps): ClusterEvent[] => steps.map(([, object], at) => ({ at, object })));

/** Events that say what was said already: nothing is drawn anew for them. */
function withoutRepetition(events: readonly ClusterEvent[]): ClusterEvent[] {
  const known = new Map<string, string>();
  return events.filter(({ object }) => {
    const key = `${object.kind}/${object.namespace ?? ''}/${object.name}`;
    const text = JSON.stringify(Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    if ('gone' in object) return known.delete(key);
    const isNew = known.get(key) !== text;
    known.set(key, text);
    return isNew;
  });
}

test('what is read is what was written, whatever happened, but for what changed nothing', () => {
  fc.assert(
    fc.property(history, (events) => {
      const read = eventsSchema.parse(eventsOf(JSON.parse(JSON.stringify(linesOf(events))) as never));
      expect(read).toEqual(withoutRepetition(events));
    }),
  );
});

test('a line has of an object only what changed', () => {
  const before = { kind: 'Pod', name: 'a', state: 'Pending', ready: false, restarts: 0 } as const;
  const lines = linesOf([
    { at: 1, object: before },
    { at: 2, object: { ...before, state: 'Running', node: 'n' } },
    { at: 3, object: { ...before, state: 'Running' } },
  ]);
  expect(lines.slice(1)).toEqual([
    { at: 2, kind: 'Pod', name: 'a', state: 'Running', node: 'n' },
    { at: 3, kind: 'Pod', name: 'a', node: null },
  ]);
});
