import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { killProcessesOf, processesOf, processesWith } from '../../../src/machine/processes.ts';

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
    expect(await processesWith('ORCHESTRE_ESSAI', 'lecon-1')).toEqual([
      { pid, ppid: process.pid, command: 'sleep 64' },
    ]);
    process.kill(pid, 'SIGKILL');
  });
});
