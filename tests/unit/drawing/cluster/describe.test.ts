import { describe, expect, test } from 'vitest';
import { describe as describeCluster } from '../../../../src/drawing/cluster/describe.ts';
import { node, pod, state } from './states.ts';

/** As it is read, with plain spaces. */
const said = (changes: Parameters<typeof state>[0]): string =>
  describeCluster(state(changes)).replaceAll('\u00A0', ' ');

describe('describe', () => {
  test('counts the Pods of each node by how far they are', () => {
    const pods = [
      pod('a'),
      pod('b'),
      pod('c', { state: 'ContainerCreating', ready: false }),
      pod('d', { node: 'worker2' }),
    ];
    expect(said({ nodes: [node('worker'), node('worker2')], pods })).toBe(
      'nœud worker : 2 Pods prêts, 1 en cours ; nœud worker2 : 1 Pod prêt.',
    );
  });

  test('says what fails, ends, leaves and waits', () => {
    const pods = [
      pod('a', { state: 'CrashLoopBackOff', ready: false }),
      pod('b', { state: 'Completed', ready: false }),
      pod('c', { state: 'Terminating' }),
      { ...pod('d', { state: 'Pending', ready: false }), node: undefined },
    ];
    expect(said({ pods })).toBe(
      'nœud worker : 1 Pod en échec, 1 terminé, 1 qui s’arrête ; en attente d’un nœud : 1 Pod en cours.',
    );
  });

  test('says what is wrong with a node', () => {
    expect(said({ nodes: [node('worker', { ready: false, schedulable: false })] })).toBe(
      'nœud worker (NotReady, n’accepte plus de Pods) : aucun Pod.',
    );
  });

  test('names owners with their counts, Services with their Pods, claims with their state', () => {
    const owners = [{ kind: 'Deployment', name: 'web', wanted: 3, ready: 1 }] as const;
    const services = [
      { kind: 'Service', name: 'web', pods: ['web-1'] },
      { kind: 'Service', name: 'vide', pods: [] },
    ] as const;
    const claims = [{ kind: 'PersistentVolumeClaim', name: 'donnees', bound: false }] as const;
    expect(said({ owners, services, claims })).toBe(
      'nœud worker : aucun Pod ; Deployment web : 1/3 prêts ; Service web : 1 Pod (web-1) ; ' +
        'Service vide : aucun Pod prêt ; PersistentVolumeClaim donnees : Pending.',
    );
  });
});
