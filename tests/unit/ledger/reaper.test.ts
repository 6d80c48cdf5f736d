import { chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { cleanAtRest } from '../../../src/ledger/clean.ts';
import { reapDead } from '../../../src/ledger/reaper.ts';
import { readRecords, runDir } from '../../../src/ledger/ledger.ts';
import { DOCKER_STOPPED, fakeDocker, fakeExec } from '../machine/fake-exec.ts';
import { alive, newStateDir, putRecord } from './state.ts';

const idsIn = async (stateDir: string) => (await readRecords(stateDir)).map(({ id }) => id);

test('of a dead run, its clusters and containers go, and nobody else’s', async () => {
  const stateDir = await newStateDir();
  await putRecord(stateDir, 'aaaaaa', { containers: ['vagrantbox-1'] });
  const docker = fakeDocker(
    'orchestre-aaaaaa-control-plane=orchestre-aaaaaa',
    'orchestre-aaaaaa-reseau-worker=orchestre-aaaaaa-reseau',
    'vagrantbox-1',
    'vagrantbox-2',
    'orchestre-bbbbbb-control-plane=orchestre-bbbbbb',
    'orchestre-aaaaaab-control-plane=orchestre-aaaaaab',
    'brouillon-control-plane=brouillon',
  );
  const [reaped] = await reapDead({ stateDir, exec: docker.exec });
  expect(reaped?.containers).toHaveLength(3);
  expect([...docker.held].map((each) => each.split('=')[0])).toEqual([
    'vagrantbox-2',
    'orchestre-bbbbbb-control-plane',
    'orchestre-aaaaaab-control-plane',
    'brouillon-control-plane',
  ]);
  expect(await idsIn(stateDir)).toEqual([]);
});

test('a live run and a kept cluster stay', async () => {
  const stateDir = await newStateDir();
  await putRecord(stateDir, 'aaaaaa', await alive());
  await putRecord(stateDir, 'bbbbbb', { state: 'kept' });
  const docker = fakeDocker('a=orchestre-aaaaaa', 'b=orchestre-bbbbbb');
  expect(await reapDead({ stateDir, exec: docker.exec })).toEqual([]);
  expect(docker.held.size).toBe(2);
  expect(await idsIn(stateDir)).toEqual(['aaaaaa', 'bbbbbb']);
});

test('with Docker stopped, the record stays for the next start, and why is said', async () => {
  const stateDir = await newStateDir();
  await putRecord(stateDir, 'aaaaaa');
  const [reaped] = await reapDead({ stateDir, exec: fakeExec(() => DOCKER_STOPPED).exec });
  expect(reaped?.postponed?.message).toContain('son moteur ne répond pas');
  expect(await idsIn(stateDir)).toEqual(['aaaaaa']);
});

test('a dead run that had made nothing goes without Docker', async () => {
  const stateDir = await newStateDir();
  await putRecord(stateDir, 'aaaaaa', { clusters: [] });
  const docker = fakeExec(() => DOCKER_STOPPED);
  await reapDead({ stateDir, exec: docker.exec });
  expect(docker.calls).toEqual([]);
  expect(await idsIn(stateDir)).toEqual([]);
});

test('doctor --clean removes dead runs and kept clusters, but none that a live run has taken over', async () => {
  const stateDir = await newStateDir();
  const taken = await putRecord(stateDir, 'aaaaaa', { state: 'kept' });
  await putRecord(stateDir, 'bbbbbb', { ...(await alive()), clusters: taken.clusters });
  await putRecord(stateDir, 'cccccc', { state: 'kept' });
  await putRecord(stateDir, 'dddddd');
  const docker = fakeDocker('a=orchestre-aaaaaa', 'c=orchestre-cccccc', 'd=orchestre-dddddd');
  await cleanAtRest({ stateDir, exec: docker.exec });
  expect([...docker.held]).toEqual(['a=orchestre-aaaaaa']);
  expect(await idsIn(stateDir)).toEqual(['aaaaaa', 'bbbbbb']);
});

const REAPER = join(import.meta.dirname, '../../../src/ledger/reaper.ts');
const NOBODY = 65534;

test.skipIf(process.getuid?.() !== 0)(
  'a directory that cannot be deleted is postponed and told, and what other dead runs left goes (needs root to make it)',
  async () => {
    const stateDir = await newStateDir();
    for (const id of ['aaaaaa', 'bbbbbb']) {
      await putRecord(stateDir, id, { clusters: [] });
      await mkdir(join(runDir(stateDir, id), 'lecons'), { recursive: true });
    }
    await execa('chown', ['-R', `${NOBODY}:${NOBODY}`, stateDir]);
    // As what a container wrote into a bind mount.
    const foreign = join(runDir(stateDir, 'aaaaaa'), 'lecons');
    await writeFile(join(foreign, 'fichier'), '');
    await chown(foreign, 0, 0);
    // Root may remove anything: it is somebody else who reaps.
    const script = `import { reapDead } from ${JSON.stringify(REAPER)};
      const reaped = await reapDead({ stateDir: ${JSON.stringify(stateDir)} });
      console.log(JSON.stringify(reaped.map(({ run, postponed }) => [run, postponed?.message])));`;
    const { stdout } = await execa(process.execPath, ['--input-type=module', '-e', script], {
      uid: NOBODY,
      gid: NOBODY,
      cwd: '/',
    });
    expect(JSON.parse(stdout)).toEqual([
      ['aaaaaa', expect.stringContaining(`sudo rm -rf ${runDir(stateDir, 'aaaaaa')}`)],
      ['bbbbbb', null],
    ]);
    // The next start will try again.
    expect(await idsIn(stateDir)).toEqual(['aaaaaa']);
  },
  60_000,
);
