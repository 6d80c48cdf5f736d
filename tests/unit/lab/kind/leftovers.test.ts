import { describe, expect, test } from 'vitest';
import { differencesOf, stuckIn } from '../../../../src/lab/kind/leftovers.ts';
import type { ClusterObject } from '../../../../src/lab/kind/objects.ts';

const object = (kind: string, name: string, changes: Partial<ClusterObject> = {}): ClusterObject => ({
  kind,
  name,
  namespace: undefined,
  owner: undefined,
  claim: undefined,
  finalizers: [],
  fingerprint: 'a',
  ...changes,
});
const nothing = { left: [], removed: [], changed: [] };
const lessons = new Set(['pods', 'reseau']);
const node = object('Node', 'n');

describe('a shared cluster after a lesson', () => {
  test.each([
    ['its own namespace', object('Namespace', 'pods')],
    ['what lies in it', object('ConfigMap', 'a', { namespace: 'pods' })],
    ['what an earlier lesson has there still', object('Pod', 'b', { namespace: 'reseau' })],
    ['a volume bound to its claim', object('PersistentVolume', 'pvc-1', { claim: 'pods' })],
    ['what another object made', object('Pod', 'coredns-x', { namespace: 'kube-system', owner: 'ReplicaSet' })],
  ])('is as before: %s does not count, come or gone', (_, each) => {
    expect(differencesOf([node], [node, each], lessons)).toEqual(nothing);
    expect(differencesOf([node, each], [node], lessons)).toEqual(nothing);
  });

  test('is not when an object outside appeared, went or changed', () => {
    const [role, classOf] = [object('ClusterRole', 'r'), object('StorageClass', 'standard')];
    const labelled = object('Node', 'n', { fingerprint: 'b' });
    const inSystem = object('ConfigMap', 'c', { namespace: 'kube-system' });
    expect(differencesOf([node, classOf], [labelled, role, inSystem], lessons)).toEqual({
      left: ['ClusterRole/r', 'ConfigMap/c (kube-system)'],
      removed: ['StorageClass/standard'],
      changed: ['Node/n'],
    });
  });

  test('names a namespace of which all is new, and nothing in it', () => {
    const after = [node, object('Namespace', 'autre'), object('Secret', 's', { namespace: 'autre' })];
    expect(differencesOf([node], after, lessons).left).toEqual(['Namespace/autre']);
  });
});

test('a finalizer that no controller of Kubernetes removes would keep the namespace', () => {
  const held = (name: string, finalizer: string, namespace = 'pods') =>
    object('ConfigMap', name, { namespace, finalizers: [finalizer] });
  const objects = [
    held('coince', 'exemple.fr/jamais'),
    held('volume', 'kubernetes.io/pvc-protection'),
    held('service', 'service.kubernetes.io/load-balancer-cleanup'),
    held('ailleurs', 'exemple.fr/jamais', 'autre'),
  ];
  expect(stuckIn('pods', objects)).toEqual([{ title: 'ConfigMap/coince', finalizer: 'exemple.fr/jamais' }]);
});
