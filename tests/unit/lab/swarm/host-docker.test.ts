import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stopsByLesson, writeHostDocker } from '../../../../src/lab/swarm/host-docker.ts';
import { fakeExec } from '../../machine/fake-exec.ts';

const PREFIX = 'orchestre-abc123-';
let dir: string;
let programs: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lecon d’essai-'));
  const docker = join(dir, 'vrai docker');
  await writeFile(docker, '#!/bin/sh\nprintf "[%s]" "$@"\n', { mode: 0o755 });
  programs = await writeHostDocker(dir, PREFIX, fakeExec(() => docker).exec);
});
afterEach(() => rm(dir, { recursive: true }));

const docker = async (...words: string[]): Promise<string> => (await execa(join(programs, 'docker'), words)).stdout;

test.each([
  [['stop', 'vagrantbox-2'], `[stop][${PREFIX}vagrantbox-2]`],
  [['cp', 'a b', 'vagrantbox-1:/root/x'], `[cp][a b][${PREFIX}vagrantbox-1:/root/x]`],
  [['ps', '--filter', 'name=vagrantbox'], `[ps][--filter][name=${PREFIX}vagrantbox]`],
  [['ps', '--filter=name=^vagrantbox-1$'], `[ps][--filter=name=^${PREFIX}vagrantbox-1$]`],
  [['run', 'vagrantbox-4', '', '*'], '[run][vagrantbox-4][][*]'],
])('docker %j is asked of the run’s own container', async (words, asked) => {
  expect(await docker(...words)).toBe(asked);
});

test('what a machine is told to do names the machines as they know each other', async () => {
  expect(await docker('exec', '-i', 'vagrantbox-1', 'docker', 'swarm', 'join', 'vagrantbox-2')).toBe(
    `[exec][-i][${PREFIX}vagrantbox-1][docker][swarm][join][vagrantbox-2]`,
  );
});

test('those that the lesson stops, kills or removes are noted each time, and no other', async () => {
  await docker('inspect', 'vagrantbox-1');
  await docker('exec', 'vagrantbox-1', 'docker', 'stop', 'vagrantbox-1');
  expect(await stopsByLesson(dir)).toEqual([]);
  await docker('kill', '-s', 'KILL', 'vagrantbox-3');
  await docker('container', 'stop', 'vagrantbox-2');
  await docker('kill', 'vagrantbox-3');
  expect(await stopsByLesson(dir)).toEqual(['vagrantbox-3', 'vagrantbox-2', 'vagrantbox-3']);
});
