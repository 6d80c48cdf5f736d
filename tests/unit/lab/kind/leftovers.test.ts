import { expect, test } from 'vitest';
import { leftovers, snapshot } from '../../../../src/lab/kind/leftovers.ts';
import { fakeExec } from '../../machine/fake-exec.ts';
import { SETTINGS } from '../../ledger/state.ts';

const CLUSTER = { name: 'c', kubeconfig: '/k/config', nodes: ['n'], settings: SETTINGS, kubernetesVersion: 'v1.37.0' };

const holding = (...rows: string[]) =>
  fakeExec((command) => (command.includes('api-resources') ? 'pods\nleases.coordination.k8s.io' : rows.join('\n')));

const BEFORE = ['Namespace <none> default <none> <none>', 'ConfigMap default kube-root-ca.crt <none> <none>'];

async function leftAfter(...rows: string[]): Promise<string[]> {
  const before = await snapshot(CLUSTER, { exec: holding(...BEFORE).exec });
  return leftovers(CLUSTER, before, { namespace: 'pods', exec: holding(...BEFORE, ...rows).exec });
}

test('what appeared outside the namespace is named', async () => {
  const left = await leftAfter(
    'ClusterRole   <none>    lecteur   <none>   <none>',
    'Deployment    default   web       <none>   <none>',
  );
  expect(left).toEqual(['ClusterRole/lecteur', 'Deployment/web (default)']);
});

test('what goes with the namespace, or with another object, is not', async () => {
  const left = await leftAfter(
    'Namespace          <none>    pods       <none>       <none>',
    'Pod                pods      web        <none>       <none>',
    'PersistentVolume   <none>    pvc-1234   <none>       pods',
    'ReplicaSet         default   web-5d8    Deployment   <none>',
  );
  expect(left).toEqual([]);
});

test('a namespace stands for all that is in it', async () => {
  expect(
    await leftAfter('Namespace <none> autre <none> <none>', 'ConfigMap autre kube-root-ca.crt <none> <none>'),
  ).toEqual(['Namespace/autre']);
});

test('kinds that the cluster makes by itself are not asked for', async () => {
  const { exec, calls } = holding(...BEFORE);
  await snapshot(CLUSTER, { exec });
  expect(calls[1]).toContain('get pods --all-namespaces');
});
