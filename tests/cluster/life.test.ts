import { access, readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCluster } from '../../src/lab/kind/create.ts';
import { putImages } from '../../src/lab/kind/images.ts';
import { keepCluster, takeKept } from '../../src/lab/kind/keep.ts';
import { kubectl } from '../../src/lab/kind/kubectl.ts';
import { differencesOf } from '../../src/lab/kind/leftovers.ts';
import { createNamespace, deleteNamespace } from '../../src/lab/kind/namespace.ts';
import { objectsOf } from '../../src/lab/kind/objects.ts';
import { reapDead, reapRun } from '../../src/ledger/reaper.ts';
import type { Run } from '../../src/ledger/ownership.ts';
import { openRun } from '../../src/ledger/ownership.ts';
import type { Cluster } from '../../src/lab/kind/types.ts';
import { requireCluster } from '../require.ts';
import { containersOf, exec, newPlace } from './machine.ts';
import { courseSettings } from './settings.ts';

const suite = await requireCluster();

suite('the life of one cluster, from its creation to nothing', () => {
  let run: Run;
  let cluster: Cluster;
  const ask = (...args: string[]) => kubectl(exec, cluster, { args });

  beforeAll(async () => {
    run = await openRun(await newPlace());
    cluster = await createCluster(await courseSettings(), { run });
  });
  afterAll(() => reapRun(run));

  test('when it is given, all is there: node, DNS, storage, account', async () => {
    expect(cluster.settings.image).toContain(cluster.kubernetesVersion);
    const { stdout } = await ask(
      'get',
      'deployments',
      '-A',
      '--output=jsonpath={.items[*].status.unavailableReplicas}',
    );
    expect(stdout).toBe('');
    expect((await ask('get', 'storageclass/standard', 'serviceaccount/default')).ok).toBe(true);
    expect((await ask('get', 'nodes', '--no-headers')).stdout).toMatch(/ Ready /);
  });

  test('etcd does not wait for the disk', async () => {
    expect((await ask('get', 'pods', '-n', 'kube-system', '-l', 'component=etcd', '-o', 'yaml')).stdout).toContain(
      '--unsafe-no-fsync=true',
    );
  });

  test('images are pulled once, and one that does not exist is named', async () => {
    const images = ['busybox:1.37'];
    const digests = await putImages(cluster, images);
    expect(digests['busybox:1.37']).toMatch(/^sha256:[0-9a-f]{64}$/);
    const said: string[] = [];
    expect(await putImages(cluster, images, { progress: (what) => said.push(what) })).toEqual(digests);
    expect(said).toEqual([]);
    await expect(putImages(cluster, ['busybox:absente'])).rejects.toThrow('L’image busybox:absente');
  });

  test('what a lesson leaves, changes and removes outside its namespace is found', async () => {
    const before = await objectsOf(cluster, exec);
    await createNamespace(cluster, 'pods');
    const pod = [
      'run',
      'dormeur',
      '--namespace=pods',
      '--image=busybox:1.37',
      '--image-pull-policy=Never',
      '--',
      'sleep',
      '600',
    ];
    expect((await ask(...pod)).output).toBe('pod/dormeur created');
    expect((await ask('wait', '--for=condition=Ready', 'pod/dormeur', '--namespace=pods', '--timeout=60s')).ok).toBe(
      true,
    );
    await ask('create', 'clusterrole', 'lecteur', '--verb=get', '--resource=pods');
    await ask('create', 'configmap', 'oubli', '--namespace=default');
    await ask('label', 'nodes', '--all', 'zone=a');
    await ask('delete', 'storageclass', 'standard');
    expect(differencesOf(before, await objectsOf(cluster, exec), new Set(['pods']))).toEqual({
      left: ['ClusterRole/lecteur', 'ConfigMap/oubli (default)'],
      removed: ['StorageClass/standard'],
      changed: [`Node/${cluster.nodes[0]}`],
    });
    await deleteNamespace(cluster, 'pods');
    expect((await ask('get', 'namespace', 'pods')).output).toContain('NotFound');
  });

  test('kept, it outlives its run and the reaper; the next run takes it at once', async () => {
    const { root } = run.record;
    await keepCluster(cluster, { run });
    await reapRun(run);
    await reapDead({ stateDir: run.stateDir });
    const next = await openRun({ root, stateDir: run.stateDir });
    const start = performance.now();
    const taken = await takeKept(cluster.settings, { run: next });
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(taken?.name).toBe(cluster.name);
    expect(await readdir(`${run.stateDir}/runs`)).toEqual([next.id, `${next.id}.json`]);
    run = next;
    cluster = taken ?? cluster;
    expect((await ask('get', 'nodes')).ok).toBe(true);
  });

  test('at the end, containers, volumes, kubeconfig and record are gone', async () => {
    const format = '{{range .Mounts}}{{.Name}}{{end}}';
    const { stdout: volume } = await exec('docker', ['inspect', '--format', format, ...cluster.nodes]);
    expect(volume).toMatch(/^[0-9a-f]{64}$/);
    await reapRun(run);
    expect(await containersOf(cluster.name)).toEqual([]);
    expect((await exec('docker', ['volume', 'inspect', volume])).ok).toBe(false);
    await expect(access(cluster.kubeconfig)).rejects.toThrow('ENOENT');
    expect(await readdir(`${run.stateDir}/runs`)).toEqual([]);
  });
});
