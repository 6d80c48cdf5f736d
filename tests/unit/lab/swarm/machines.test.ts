import { expect, test } from 'vitest';
import { faultOf } from '../../../../src/lab/swarm/fault.ts';
import { dockerfileOf, imageNameOf } from '../../../../src/course/machine-image.ts';
import { machinesOfRun, removeMachines, startMachines } from '../../../../src/lab/swarm/machines.ts';
import { readRecords } from '../../../../src/ledger/ledger.ts';
import { openRun } from '../../../../src/ledger/ownership.ts';
import { DOCKER_STOPPED, fakeDocker, fakeExec } from '../../machine/fake-exec.ts';
import { newStateDir } from '../../ledger/state.ts';

const NAMES = machinesOfRun('abc123').map(({ container }) => container);
const MACHINES = machinesOfRun('abc123');

test('a machine that died and that the lesson did not stop is the environment’s fault', async () => {
  const { exec } = fakeDocker(NAMES[0] ?? '', NAMES[2] ?? '');
  expect((await faultOf(MACHINES, new Set(), exec))?.message).toContain('vagrantbox-2');
  expect(await faultOf(MACHINES, new Set(['vagrantbox-2']), exec)).toBeUndefined();
  expect(await faultOf(MACHINES, new Set(), fakeDocker(...NAMES).exec)).toBeUndefined();
});

test('so is an engine that no longer answers', async () => {
  expect(await faultOf(MACHINES, new Set(), fakeExec(() => DOCKER_STOPPED).exec)).toBeDefined();
});

test('the machines’ image is named for Docker’s, and brings what Alpine lacks', () => {
  expect(imageNameOf('docker:26-dind')).toBe('orchestre-vagrantbox:26-dind');
  expect(dockerfileOf('docker:26-dind').split('\n')).toEqual([
    'FROM docker:26-dind',
    'RUN command -v bash && command -v curl || apk add --no-cache bash curl',
    '',
  ]);
});

test('machines are in the ledger before the first is made, and leave it when they are gone', async () => {
  const stateDir = await newStateDir();
  const recorded: string[][] = [];
  const held = new Set<string>();
  const { exec, calls } = fakeExec(async (command) => {
    if (command.startsWith('docker run')) {
      const [record] = await readRecords(stateDir);
      recorded.push([...(record?.containers ?? [])]);
      held.add(/--name (\S+)/.exec(command)?.[1] ?? '');
    }
    if (command.startsWith('docker rm')) held.clear();
    return command.startsWith('docker ps')
      ? [...held].map((name) => `${name}\t${name}\t\trunning`).join('\n')
      : undefined;
  });
  const run = await openRun({ root: '/cours', stateDir, exec });
  const names = machinesOfRun(run.id).map(({ container }) => container);
  await startMachines('orchestre-vagrantbox:26-dind', { run, progress: () => undefined });
  expect(recorded).toEqual([names, names, names]);
  expect(
    calls.filter((each) => each.startsWith('docker run')).every((each) => each.includes('--init --privileged')),
  ).toBe(true);
  await removeMachines(run);
  expect(held.size).toBe(0);
  expect(calls.find((each) => each.startsWith('docker rm'))).toContain('--volumes');
  expect(run.record.containers).toEqual([]);
  await run.close();
});
