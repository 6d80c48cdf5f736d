import { describe, expect, test } from 'vitest';
import { describe as describeCluster } from '../../../../src/drawing/cluster/describe.ts';
import { layoutCluster } from '../../../../src/drawing/cluster/layout.ts';
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

  test('a Pod whose node is gone waits, in words as in the drawing', () => {
    const pods = [pod('a'), pod('b', { node: 'parti' })];
    expect(said({ pods })).toBe('nœud worker : 1 Pod prêt ; en attente d’un nœud : 1 Pod prêt.');
    expect(layoutCluster(state({ pods }), 900).waiting).toBeDefined();
  });

  test('says what is wrong with a node, and not what nobody knows of it', () => {
    expect(said({ nodes: [node('worker', { ready: false, schedulable: false })] })).toBe(
      'nœud worker (NotReady, n’accepte plus de Pods).',
    );
  });

  test('speaks of machines and containers where Docker runs them', () => {
    const machine = node('vagrantbox-3', { engine: 'docker', ready: false, schedulable: false });
    const fond = { kind: 'SwarmService', name: 'fond', wanted: 2, ready: 1 } as const;
    const owner = { kind: 'SwarmService', name: 'fond' };
    const pods = [
      pod('fond.1.abcde', { node: 'vagrantbox-3', owner }),
      pod('import', { node: 'vagrantbox-3', state: 'Exited (0)', ready: false }),
      { ...pod('fond.2.fghij', { owner, state: 'Pending', ready: false }), node: undefined },
    ];
    expect(said({ nodes: [machine], pods, owners: [fond] })).toBe(
      'machine vagrantbox-3 (Down, ne reçoit plus de tâches) : 1 conteneur prêt, 1 terminé ; ' +
        'en attente d’une machine : 1 conteneur en cours ; service fond : 1/2 prêts.',
    );
    expect(said({ nodes: [node('vagrantbox-1', { engine: 'docker' })] })).toBe(
      'machine vagrantbox-1 : aucun conteneur.',
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
