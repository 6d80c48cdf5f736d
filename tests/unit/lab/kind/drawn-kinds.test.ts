import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ClusterObject, Gone } from '../../../../src/cluster-map/types.ts';
import { Drawn } from '../../../../src/lab/kind/follow/drawn-kinds.ts';

let told: (ClusterObject | Gone)[];
let drawn: Drawn;

beforeEach(() => {
  told = [];
  const node = (name: string) => name.replace(/^orchestre-[a-z0-9]{6}/, 'orchestre');
  drawn = new Drawn({ namespace: 'pods', node }, (change) => told.push(change));
});

const kind = (plural: string) => {
  const found = drawn.kinds.find(({ path }) => path.endsWith(`/${plural}`));
  if (found === undefined) throw new Error(plural);
  return found;
};
const bookmark = { metadata: { annotations: { 'k8s.io/initial-events-end': 'true' } } };
const deployment = (replicas: number, readyReplicas: number, namespace = 'pods') => ({
  metadata: { name: 'web', namespace },
  spec: { replicas },
  status: { readyReplicas },
});

describe('what a server said of two Pods, forty seconds of lesson 4', () => {
  const events = readFileSync(new URL('../../../fixtures/watch-pods.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string; object: unknown });

  beforeEach(() => {
    for (const { type, object } of events) kind('pods').take(type, object);
  });

  test('is told in the words of kubectl, each change once', () => {
    const states = told.map((each) =>
      'gone' in each ? `${each.name} gone` : each.kind === 'Pod' ? `${each.name} ${each.state}` : '',
    );
    expect(states).toEqual([
      'altitudes Init:Error',
      'complet Completed',
      'altitudes Terminating',
      'altitudes Init:Error',
      'altitudes gone',
      'altitudes Pending',
      'altitudes Pending',
      'altitudes Init:0/1',
      'altitudes PodInitializing',
      'altitudes PodInitializing',
      'altitudes ErrImagePull',
      'altitudes Running',
      'altitudes Terminating',
      'complet gone',
    ]);
  });

  test('has names as the reader reads them, restarts without their age, and no node before one is found', () => {
    expect(told[0]).toEqual({
      kind: 'Pod',
      name: 'altitudes',
      node: 'orchestre-control-plane',
      state: 'Init:Error',
      ready: false,
      restarts: 2,
      tag: 'nginx:1.99',
    });
    expect(told[5]).not.toHaveProperty('node');
  });
});

test('an object of a namespace that the lesson made says so, and one of its own does not', () => {
  kind('deployments').take('ADDED', deployment(2, 0));
  kind('deployments').take('ADDED', deployment(1, 1, 'autre'));
  expect(told).toEqual([
    { kind: 'Deployment', name: 'web', wanted: 2, ready: 0 },
    { kind: 'Deployment', name: 'web', namespace: 'autre', wanted: 1, ready: 1 },
  ]);
});

test('what went while the connection was lost is told once it is back, and nothing that stayed', () => {
  const pods = kind('deployments');
  pods.take('ADDED', deployment(1, 1));
  pods.take('ADDED', deployment(1, 1, 'autre'));
  pods.take('BOOKMARK', bookmark);
  told.length = 0;
  pods.lost();
  pods.take('ADDED', deployment(1, 1));
  expect(told).toEqual([]);
  pods.take('BOOKMARK', bookmark);
  expect(told).toEqual([{ kind: 'Deployment', name: 'web', namespace: 'autre', gone: true }]);
});

test('all was seen when each kind has said so, and no longer once a connection was lost', async () => {
  for (const each of drawn.kinds.slice(1)) each.take('BOOKMARK', bookmark);
  expect(drawn.sawAll).toBe(false);
  drawn.kinds[0]?.take('BOOKMARK', bookmark);
  expect(drawn.sawAll).toBe(true);
  await drawn.complete;
  drawn.kinds[0]?.lost();
  expect(drawn.sawAll).toBe(false);
  drawn.kinds[0]?.take('BOOKMARK', bookmark);
  expect(drawn.sawAll).toBe(false);
});

describe('a Service', () => {
  const service = { metadata: { name: 'web', namespace: 'pods' } };
  const slice = (name: string, ...pods: [string, boolean][]) => ({
    metadata: { name, namespace: 'pods', labels: { 'kubernetes.io/service-name': 'web' } },
    endpoints: pods.map(([pod, ready]) => ({ conditions: { ready }, targetRef: { kind: 'Pod', name: pod } })),
  });

  test('has the ready Pods of all its slices, whichever comes first', () => {
    kind('endpointslices').take('ADDED', slice('web-1', ['b', true], ['c', false]));
    kind('services').take('ADDED', service);
    kind('endpointslices').take('ADDED', slice('web-2', ['a', true]));
    kind('endpointslices').take('DELETED', slice('web-1'));
    expect(told.map((each) => ('pods' in each ? each.pods : each))).toEqual([['b'], ['a', 'b'], ['a']]);
  });

  test('without Pods is there all the same, and its end is told once', () => {
    kind('services').take('ADDED', service);
    kind('endpointslices').take('ADDED', { ...slice('web-1'), endpoints: null });
    kind('services').take('DELETED', service);
    kind('endpointslices').take('DELETED', slice('web-1'));
    expect(told).toEqual([
      { kind: 'Service', name: 'web', pods: [] },
      { kind: 'Service', name: 'web', gone: true },
    ]);
  });
});
