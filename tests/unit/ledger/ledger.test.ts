import { readdir, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { defaultStateDir, readRecords, removeRecord } from '../../../src/ledger/ledger.ts';
import { newStateDir, putRecord } from './state.ts';

test('records are read back, oldest first', async () => {
  const stateDir = await newStateDir();
  const young = await putRecord(stateDir, 'bbbbbb', { since: '2026-11-24T12:00:00.000Z' });
  const old = await putRecord(stateDir, 'aaaaaa', { since: '2026-11-24T11:00:00.000Z' });
  expect(await readRecords(stateDir)).toEqual([old, young]);
});

test('what is no record of ours is left alone: truncated, of another version, renamed', async () => {
  const stateDir = await newStateDir();
  const record = await putRecord(stateDir, 'aaaaaa');
  await writeFile(`${stateDir}/runs/bbbbbb.json`, '{"version": 1, "id"');
  await writeFile(`${stateDir}/runs/cccccc.json`, JSON.stringify({ ...record, id: 'cccccc', version: 2 }));
  await writeFile(`${stateDir}/runs/dddddd.json`, JSON.stringify(record));
  expect(await readRecords(stateDir)).toEqual([record]);
});

test('a removed record leaves nothing, and no state directory is no record', async () => {
  const stateDir = await newStateDir();
  await putRecord(stateDir, 'aaaaaa');
  await removeRecord(stateDir, 'aaaaaa');
  expect(await readdir(`${stateDir}/runs`)).toEqual([]);
  expect(await readRecords('/nulle/part')).toEqual([]);
});

test('they live in the XDG state directory', () => {
  expect(defaultStateDir({ XDG_STATE_HOME: '/etat', HOME: '/chez-moi' })).toBe('/etat/orchestre');
  expect(defaultStateDir({ XDG_STATE_HOME: '', HOME: '/chez-moi' })).toBe('/chez-moi/.local/state/orchestre');
});

test('a record that cannot be written is the environment’s failure', async () => {
  await expect(putRecord('/dev/null/etat', 'aaaaaa')).rejects.toThrow(
    'Vérifiez la place et les droits de /dev/null/etat',
  );
});
