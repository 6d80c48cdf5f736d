import fc from 'fast-check';
import type { ClusterState, NodeObject, PodObject } from '../../../../src/cluster-map/types.ts';

/** A node that is as it should be, but for what the test is about. */
export const node = (name: string, changes: Partial<NodeObject> = {}): NodeObject => ({
  kind: 'Node',
  name,
  ready: true,
  schedulable: true,
  ...changes,
});

/** A ready Pod on `worker` that nobody owns, but for what the test is about. */
export const pod = (name: string, changes: Partial<PodObject> = {}): PodObject => ({
  kind: 'Pod',
  name,
  node: 'worker',
  state: 'Running',
  ready: true,
  restarts: 0,
  tag: 'nginx:1.28',
  ...changes,
});

/** An empty cluster of one node, but for what the test is about. */
export const state = (changes: Partial<ClusterState> = {}): ClusterState => ({
  nodes: [node('worker')],
  pods: [],
  owners: [],
  services: [],
  claims: [],
  ...changes,
});

const WORDS = ['Running', 'Pending', 'ContainerCreating', 'CrashLoopBackOff', 'Completed', 'Terminating'];
const OWNERS = [
  { kind: 'Deployment', name: 'web' },
  { kind: 'StatefulSet', name: 'base-de-donnees-de-la-boutique' },
  { kind: 'Job', name: 'calcul' },
] as const;

/** Clusters of 1 to 3 nodes with up to 40 Pods, of several owners or of none, behind several Services or none. */
export const someState: fc.Arbitrary<ClusterState> = fc
  .record({
    nodes: fc.integer({ min: 1, max: 3 }),
    led: fc.boolean(),
    owners: fc.subarray([...OWNERS]),
    pods: fc.array(
      fc.record({
        place: fc.integer({ min: -1, max: 2 }),
        owner: fc.integer({ min: -1, max: 2 }),
        word: fc.constantFrom(...WORDS),
        ready: fc.boolean(),
        restarts: fc.integer({ min: 0, max: 12 }),
      }),
      { maxLength: 40 },
    ),
    services: fc.array(fc.array(fc.nat({ max: 39 }), { maxLength: 12 }), { maxLength: 3 }),
    claims: fc.nat({ max: 3 }),
  })
  .map(({ nodes, led, owners, pods, services, claims }) => {
    const made = Array.from({ length: nodes }, (_, index) =>
      node(`noeud-${index}`, led && index === 0 ? { role: 'control-plane' } : {}),
    );
    return {
      nodes: made,
      pods: pods.map(({ place, owner, word, ready, restarts }, index): PodObject => {
        const { node: _, ...base } = pod(`web-6d8f7c9b4d-${1000 + index}`, { state: word, ready, restarts });
        const at = made[place]?.name;
        const by = owners[owner];
        return { ...base, ...(at === undefined ? {} : { node: at }), ...(by === undefined ? {} : { owner: by }) };
      }),
      owners: owners.map((owner) => ({ ...owner, wanted: 3, ready: 1 })),
      services: services.map((behind, index) => ({
        kind: 'Service' as const,
        name: `service-${index}`,
        pods: behind.map((each) => `web-6d8f7c9b4d-${1000 + each}`),
      })),
      claims: Array.from({ length: claims }, (_, index) => ({
        kind: 'PersistentVolumeClaim' as const,
        name: `donnees-${index}`,
        bound: index === 0,
      })),
    };
  });
