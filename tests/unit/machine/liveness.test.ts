import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { identityOf, isAlive } from '../../../src/machine/liveness.ts';
import { newStateDir } from '../ledger/state.ts';

/** A /proc with one process. */
async function procWith(pid: number, process: { state: string; start: string }): Promise<string> {
  const proc = await newStateDir();
  await mkdir(join(proc, String(pid)));
  const rest = ['1', ...Array.from({ length: 17 }, () => '0')].join(' ');
  await writeFile(
    join(proc, String(pid), 'stat'),
    `${pid} (a (odd) name) ${process.state} ${rest} ${process.start} 0 0\n`,
  );
  return proc;
}

describe.skipIf(process.platform !== 'linux')('a process is alive', () => {
  test('when it has the number and the start time that were written down', async () => {
    const proc = await procWith(42, { state: 'S', start: '1234' });
    expect(await identityOf(42, { proc })).toEqual({ pid: 42, startTime: '1234' });
    expect(await isAlive({ pid: 42, startTime: '1234' }, { proc })).toBe(true);
  });

  test('not when its number was given to a later process', async () => {
    const proc = await procWith(42, { state: 'S', start: '9999' });
    expect(await isAlive({ pid: 42, startTime: '1234' }, { proc })).toBe(false);
  });

  test('not when it is a zombie, whose parent has not looked yet', async () => {
    const proc = await procWith(42, { state: 'Z', start: '1234' });
    expect(await isAlive({ pid: 42, startTime: '1234' }, { proc })).toBe(false);
  });

  test('not when nobody has its number, nor when it was never known', async () => {
    const proc = await procWith(42, { state: 'S', start: '1234' });
    expect(await isAlive({ pid: 43, startTime: '1234' }, { proc })).toBe(false);
    expect(await isAlive({ pid: 43, startTime: '' }, { proc })).toBe(false);
  });

  test('when it is this one', async () => {
    expect(await isAlive(await identityOf(process.pid))).toBe(true);
  });

  test('for all we know, when another container that shares our home wrote it down', async () => {
    const { place, ...gone } = { ...(await identityOf(process.pid)), startTime: 'never' };
    const elsewhere = { boot: place?.boot ?? '', namespace: 'pid:[1]' };
    expect(await isAlive({ ...gone, place })).toBe(false);
    expect(await isAlive({ ...gone, place: elsewhere })).toBe(true);
    // The system was started again since: nothing of then lives.
    expect(await isAlive({ ...gone, place: { ...elsewhere, boot: 'before' } })).toBe(false);
  });
});
