import { expect, test } from 'vitest';
import { keepCluster, takeKept } from '../../../../src/lab/kind/keep.ts';
import { reapRun } from '../../../../src/ledger/reaper.ts';
import { readRecords } from '../../../../src/ledger/ledger.ts';
import { openRun } from '../../../../src/ledger/ownership.ts';
import { fakeDocker, fakeExec } from '../../machine/fake-exec.ts';
import { newStateDir, putRecord, SETTINGS } from '../../ledger/state.ts';

/** A machine with one kept cluster, which answers `get` as told. */
async function machine(answer = 'True\n2\n') {
  const stateDir = await newStateDir();
  await putRecord(stateDir, 'aaaaaa', { state: 'kept' });
  const docker = fakeDocker('orchestre-aaaaaa-control-plane=orchestre-aaaaaa');
  const { exec } = fakeExec((command) => {
    if (command.includes('/version')) return '{"gitVersion": "v1.37.0"}';
    if (command.startsWith('kubectl')) return answer;
    const [file = '', ...args] = command.split(' ');
    return file === 'docker' && args[0] === 'ps' ? docker.exec('docker', ['ps']) : docker.exec(file, args);
  });
  return { docker, stateDir, run: await openRun({ root: '/cours', stateDir, exec }), exec };
}

test('a healthy cluster is taken over: the new run owns it alone', async () => {
  const { run, stateDir } = await machine();
  const cluster = await takeKept(SETTINGS, { run });
  expect(cluster).toMatchObject({ name: 'orchestre-aaaaaa', kubernetesVersion: 'v1.37.0' });
  expect((await readRecords(stateDir)).map(({ id, clusters }) => [id, clusters[0]?.name])).toEqual([
    [run.id, 'orchestre-aaaaaa'],
  ]);
});

test.each([
  ['of another image', { ...SETTINGS, image: 'kindest/node:v1.36.0' }, undefined],
  ['of another size', { ...SETTINGS, nodes: 3 as const }, undefined],
  ['ill', SETTINGS, 'Unknown\n2\n'],
  ['without DNS', SETTINGS, 'True\n\n'],
])('a cluster %s is removed instead', async (_, settings, answer) => {
  const { run, docker } = await machine(answer);
  expect(await takeKept(settings, { run })).toBeUndefined();
  expect([...docker.held]).toEqual([]);
  expect(run.record.clusters).toEqual([]);
});

test('another checkout’s kept cluster is not ours to take', async () => {
  const { stateDir, exec } = await machine();
  const elsewhere = await openRun({ root: '/ailleurs', stateDir, exec });
  expect(await takeKept(SETTINGS, { run: elsewhere })).toBeUndefined();
  expect((await readRecords(stateDir)).map(({ id }) => id)).toContain('aaaaaa');
});

test('a run that keeps one cluster leaves that one and nothing else', async () => {
  const { run, docker, exec, stateDir } = await machine();
  const cluster = await takeKept(SETTINGS, { run });
  if (cluster === undefined) throw new Error('not taken');
  docker.held.add(`orchestre-${run.id}-reseau-control-plane=orchestre-${run.id}-reseau`);
  await keepCluster(cluster, { run });
  await reapRun(run, { exec });
  await run.close();
  expect([...docker.held]).toEqual(['orchestre-aaaaaa-control-plane=orchestre-aaaaaa']);
  expect((await readRecords(stateDir)).map(({ id, state }) => [id, state])).toEqual([[run.id, 'kept']]);
});
