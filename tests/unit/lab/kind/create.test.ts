import { expect, test } from 'vitest';
import { createCluster } from '../../../../src/lab/kind/create.ts';
import { readRecords } from '../../../../src/ledger/ledger.ts';
import { openRun } from '../../../../src/ledger/ownership.ts';
import { fakeDocker, fakeExec } from '../../machine/fake-exec.ts';
import { newStateDir, SETTINGS } from '../../ledger/state.ts';

test('the record is written before kind is called', async () => {
  const stateDir = await newStateDir();
  let recorded: string[] = [];
  const { exec } = fakeExec(async (command) => {
    if (command.startsWith('kind create'))
      recorded = (await readRecords(stateDir)).flatMap((each) => each.clusters.map(({ name }) => name));
    return command.includes('/version') ? '{"gitVersion": "v1.37.0"}' : '';
  });
  const run = await openRun({ root: '/cours', stateDir, exec });
  const cluster = await createCluster({ ...SETTINGS, nodes: 3 }, { run, suffix: 'reseau' });
  const name = `orchestre-${run.id}-reseau`;
  expect(recorded).toEqual([name]);
  expect(cluster).toMatchObject({ name, kubernetesVersion: 'v1.37.0' });
  expect(cluster.nodes).toEqual([`${name}-control-plane`, `${name}-worker`, `${name}-worker2`]);
});

test.each([
  ['kind fails', 'kind create', 'n’a pas pu être créé'],
  [
    'a part is never ready, of which kind says nothing',
    'rollout status deployment/coredns',
    'n’est pas prêt\u00a0: DNS',
  ],
])('when %s, nothing of the cluster stays', async (_, failing, message) => {
  const stateDir = await newStateDir();
  const docker = fakeDocker('brouillon-control-plane=brouillon');
  const { exec } = fakeExec(async (command) => {
    const name = /--name (\S+)/.exec(command)?.[1];
    if (name) docker.held.add(`${name}-control-plane=${name}`);
    if (command.includes(failing)) return { ok: false, output: 'boum' };
    return docker
      .exec('', command.split(' '))
      .then(() => docker.exec(command.split(' ')[0] ?? '', command.split(' ').slice(1)));
  });
  const run = await openRun({ root: '/cours', stateDir, exec });
  await expect(createCluster(SETTINGS, { run })).rejects.toThrow(message);
  expect([...docker.held]).toEqual(['brouillon-control-plane=brouillon']);
  expect(run.record.clusters).toEqual([]);
});

test('why kind failed is said even where nothing can be removed then, and the run still owns the rest', async () => {
  const { exec } = fakeExec((command) => ({
    ok: false,
    output: command.startsWith('kind')
      ? 'ERROR: no space left on device'
      : 'Error response from daemon: input/output error',
  }));
  const run = await openRun({ root: '/cours', stateDir: await newStateDir(), exec });
  await expect(createCluster(SETTINGS, { run })).rejects.toThrow('Le disque est plein.');
  expect(run.record.clusters).toHaveLength(1);
});

/** A kind that leaves a node behind and prints these words, one after the other, then succeeds. */
async function createdAfter(...outputs: string[]) {
  const docker = fakeDocker();
  const { exec, calls } = fakeExec(async (command) => {
    const name = /^kind create .*--name (\S+)/.exec(command)?.[1];
    if (name !== undefined) {
      if (docker.held.size > 0) return { ok: false, output: 'ERROR: node(s) already exist for a cluster' };
      docker.held.add(`${name}-control-plane=${name}`);
      const output = outputs.shift();
      return output === undefined ? undefined : { ok: false, output };
    }
    if (command.includes('/version')) return '{"gitVersion": "v1.37.0"}';
    const [file = '', ...args] = command.split(' ');
    return file === 'docker' ? docker.exec(file, args) : undefined;
  });
  const run = await openRun({ root: '/cours', stateDir: await newStateDir(), exec });
  const created = await createCluster(SETTINGS, { run }).catch((error: Error) => error.message);
  return { created, run, held: docker.held, tries: calls.filter((call) => call.startsWith('kind create')).length };
}

test('a kind that fails once is asked again, on a place that is empty', async () => {
  const { created, tries, run } = await createdAfter('ERROR: could not find a log line that matches');
  expect(created).toMatchObject({ kubernetesVersion: 'v1.37.0' });
  expect(tries).toBe(2);
  expect(run.record.clusters).toHaveLength(1);
});

test('one that fails twice says the last reason, and nothing of it stays', async () => {
  const { created, tries, held, run } = await createdAfter('ERROR: première', 'ERROR: seconde');
  expect(created).toContain('seconde');
  expect(tries).toBe(2);
  expect([...held]).toEqual([]);
  expect(run.record.clusters).toEqual([]);
});

test('one whose cause stays is not asked again', async () => {
  const { created, tries } = await createdAfter('ERROR: no space left on device');
  expect(created).toContain('Le disque est plein.');
  expect(tries).toBe(1);
});

test('one that was killed because its run ends is not asked again', async () => {
  let tries = 0;
  const { exec } = fakeExec(async (command) => {
    if (!command.startsWith('kind create')) return '';
    tries += 1;
    await run.end();
    return { ok: false, output: '' };
  });
  const run = await openRun({ root: '/cours', stateDir: await newStateDir(), exec });
  await expect(createCluster(SETTINGS, { run })).rejects.toThrow('n’a pas pu être créé');
  expect(tries).toBe(1);
});
