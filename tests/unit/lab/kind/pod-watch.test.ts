import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { PodWatch } from '../../../../src/lab/kind/pod-watch.ts';
import { newStateDir } from '../../ledger/state.ts';

const row = (restarts: number) => `essai  web  <none>  <none>  Running  False  ${restarts}  <none>  Error  <none>`;

/** A kubectl that prints how often it was started as a Pod's restarts, then does what the script of sh says. */
async function watchBy(script: string, lastsMs?: number): Promise<{ watch: PodWatch; starts: () => Promise<number> }> {
  const dir = await newStateDir();
  const log = join(dir, 'starts');
  const program = `#!/bin/sh\necho >> ${log}\nn=$(wc -l < ${log})\necho "${row(0).replace('  0  ', '  $n  ')}"\n${script}\n`;
  await writeFile(join(dir, 'kubectl'), program, { mode: 0o755 });
  const env = { PATH: `${dir}${delimiter}${process.env['PATH']}` };
  const watch = new PodWatch({ scope: [], env, ...(lastsMs === undefined ? {} : { lastsMs }) });
  const starts = async () => (await readFile(log, 'utf8').catch(() => '')).length;
  await vi.waitFor(async () => expect(await starts()).toBeGreaterThan(0));
  return { watch, starts };
}

test('what a watch that the server ended had seen is kept, and the next one goes on', async () => {
  const { watch, starts } = await watchBy('[ $n = 1 ] || exec sleep 60', 0);
  await vi.waitFor(async () => expect(await starts()).toBe(2));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { pods, gaps, lost } = await watch.stop();
  expect({ restarts: pods[0]?.restarts, gaps, lost }).toEqual({ restarts: 2, gaps: 1, lost: undefined });
});

test.each([
  ['at once', ':', undefined],
  ['with an error', 'exit 1', 0],
])('one that ended %s is not begun again: what came since is lost', async (_, script, lastsMs) => {
  const { watch, starts } = await watchBy(script, lastsMs);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect((await watch.stop()).lost).toMatchObject({ exitCode: script === ':' ? 0 : 1 });
  expect((await watch.stop()).lost).toBeDefined();
  expect(await starts()).toBe(1);
});
