import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readRecords, removeRecord } from '../../../src/ledger/ledger.ts';
import { attachRun, openRun } from '../../../src/ledger/ownership.ts';
import { ToolError } from '../../../src/machine/tool-error.ts';
import { alive, newStateDir, putRecord, SETTINGS } from './state.ts';

test('a second verification in the same checkout is refused, and leaves no trace', async () => {
  const stateDir = await newStateDir();
  const run = await openRun({ root: '/cours', stateDir });
  const second = openRun({ root: '/cours/../cours', stateDir });
  await expect(second).rejects.toThrow(ToolError);
  await expect(second).rejects.toThrow(`Le processus ${process.pid} y travaille depuis`);
  expect((await readRecords(stateDir)).map(({ id }) => id)).toEqual([run.id]);
});

test('another checkout, a dead run and a kept cluster are no obstacle', async () => {
  const stateDir = await newStateDir();
  await putRecord(stateDir, 'aaaaaa', { ...(await alive()), root: '/ailleurs' });
  await putRecord(stateDir, 'bbbbbb');
  await putRecord(stateDir, 'cccccc', { ...(await alive()), state: 'kept' });
  const run = await openRun({ root: '/cours', stateDir });
  expect(run.env).toEqual({ ORCHESTRE_RUN: run.id });
});

test('a run writes what it owns, and leaves nothing when it owns nothing any more', async () => {
  const stateDir = await newStateDir();
  const run = await openRun({ root: '/cours', stateDir, now: () => new Date('2026-11-24T10:00:00Z') });
  await run.update(() => ({ clusters: [{ name: 'orchestre-x', kubeconfig: '/k', settings: SETTINGS }] }));
  await run.close();
  expect(await readRecords(stateDir)).toEqual([run.record]);
  await run.update(() => ({ clusters: [] }));
  await run.close();
  expect(await readdir(`${stateDir}/runs`)).toEqual([]);
});

test('what a reaper has removed does not come back: a run without a record may create nothing', async () => {
  const stateDir = await newStateDir();
  const run = await openRun({ root: '/cours', stateDir });
  await removeRecord(stateDir, run.id);
  await expect(run.update(() => ({ containers: ['vagrantbox-1'] }))).rejects.toThrow('a disparu');
  expect(await readRecords(stateDir)).toEqual([]);
});

test('two threads of a run write into one record', async () => {
  const stateDir = await newStateDir();
  const run = await openRun({ root: '/cours', stateDir });
  const worker = await attachRun(run.id, { stateDir });
  await worker.update(({ containers }) => ({ containers: [...containers, 'a'] }));
  await Promise.all(['b', 'c'].map((name) => run.update(({ containers }) => ({ containers: [...containers, name] }))));
  expect(run.record.containers).toEqual(['a', 'b', 'c']);
});

test('a run that is ending owns nothing more, in whichever thread; what is gone may still be taken off', async () => {
  const stateDir = await newStateDir();
  const run = await openRun({ root: '/cours', stateDir });
  const worker = await attachRun(run.id, { stateDir });
  await worker.update(() => ({ containers: ['a', 'b'] }));
  await run.end();
  await expect(worker.update(({ containers }) => ({ containers: [...containers, 'c'] }))).rejects.toThrow(
    'interrompue',
  );
  await worker.update(() => ({ containers: ['a'] }));
  expect((await readRecords(stateDir)).map(({ containers }) => containers)).toEqual([['a']]);
  await removeRecord(stateDir, run.id);
  expect(await readdir(`${stateDir}/runs`)).toEqual([]);
});
