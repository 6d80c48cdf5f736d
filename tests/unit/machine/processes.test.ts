import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { killProcessesOf, processesOf, processesWith, processesWithin } from '../../../src/machine/processes.ts';

/** Starts bash and waits until it has printed a line. */
async function startBash(script: string, env: Record<string, string>): Promise<number> {
  const child = spawn('bash', ['-c', script], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return child.pid ?? 0;
}

describe.skipIf(process.platform !== 'linux')('processes of a run', () => {
  test('are found by their environment, wherever they fled', async () => {
    const id = `essai-${process.pid}-a`;
    await startBash('setsid sleep 61 & sleep 0.1; echo ready', { ORCHESTRE_RUN: id });
    const found = await processesOf(id);
    expect(found.map(({ command }) => command)).toContain('sleep 61');
    expect(found.every(({ pid, ppid }) => pid > 1 && ppid > 0)).toBe(true);
    await killProcessesOf(id);
  });

  test('are killed with those that they start meanwhile, and no other', async () => {
    const id = `essai-${process.pid}-b`;
    const spared = await startBash('echo ready; exec sleep 62', { ORCHESTRE_RUN: `${id}-autre` });
    await startBash('trap "" TERM; echo ready; while :; do setsid sleep 63 & sleep 0.01; done', { ORCHESTRE_RUN: id });
    await killProcessesOf(id);
    await sleep(100);
    expect(await processesOf(id)).toEqual([]);
    expect((await processesOf(`${id}-autre`)).map(({ pid }) => pid)).toEqual([spared]);
    process.kill(spared, 'SIGKILL');
  });

  test('are told by the whole value, and by any variable', async () => {
    const pid = await startBash('echo ready; exec sleep 64', { ORCHESTRE_ESSAI: 'lecon-1' });
    expect(await processesWith('ORCHESTRE_ESSAI', 'lecon')).toEqual([]);
    // bash says that it is ready, then becomes the program.
    await expect
      .poll(() => processesWith('ORCHESTRE_ESSAI', 'lecon-1'))
      .toEqual([{ pid, ppid: process.pid, command: 'sleep 64' }]);
    process.kill(pid, 'SIGKILL');
  });
});

describe.skipIf(process.platform !== 'linux')('processes within a folder', () => {
  test.each([
    ['by where they work', 'cd "$DIR"; echo ready; exec env -i /bin/sleep 65'],
    ['by an open file', 'cd /; exec 7>"$DIR/journal"; echo ready; exec env -i /bin/sleep 65'],
    ['by their environment', 'cd /; echo ready; exec env -i A="$DIR/a" /bin/sleep 65'],
    ['in a session of their own', 'cd "$DIR"; env -i /usr/bin/setsid /bin/sleep 65 & echo ready'],
  ])('are found %s', async (_, script) => {
    const dir = await mkdtemp(join(tmpdir(), 'dossier-'));
    const other = await mkdtemp(join(tmpdir(), 'dossier-'));
    await startBash(script.replaceAll('$DIR', dir), {});
    const sleeps = async (where: string) =>
      (await processesWithin(where)).filter(({ command }) => command.endsWith('sleep 65'));
    await expect.poll(() => sleeps(dir)).toHaveLength(1);
    expect(await sleeps(other)).toEqual([]);
    for (const { pid } of await processesWithin(dir)) process.kill(pid, 'SIGKILL');
    await Promise.all([dir, other].map((each) => rm(each, { recursive: true })));
  });
});
