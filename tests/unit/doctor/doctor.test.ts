import { expect, test } from 'vitest';
import { examine } from '../../../src/doctor/doctor.ts';
import { fakeExec } from '../machine/fake-exec.ts';
import { alive, newStateDir, putRecord, SETTINGS } from '../ledger/state.ts';

/** A machine with bash alone. */
const bare = fakeExec((command) =>
  command.startsWith('bash') ? 'GNU bash, version 5.2.15(1)-release' : { ok: false, missing: true },
);

test('on a bare machine every tool that lacks is told with how to get it', async () => {
  const stateDir = await newStateDir();
  const checks = await examine({ root: '/', settings: SETTINGS, stateDir, exec: bare.exec, nodeVersion: '20.20.2' });
  const lacking = checks.filter(({ state }) => state === 'lacking');
  expect(lacking.map(({ name }) => name)).toEqual(expect.arrayContaining(['Node', 'Docker', 'kind', 'kubectl']));
  expect(lacking.every(({ fix }) => fix !== undefined)).toBe(true);
  expect(checks.find(({ name }) => name === 'bash')).toMatchObject({ state: 'present', found: '5.2' });
});

test('what is left behind, kept or at work is told apart', async () => {
  const stateDir = await newStateDir();
  await putRecord(stateDir, 'aaaaaa');
  await putRecord(stateDir, 'bbbbbb', { state: 'kept' });
  await putRecord(stateDir, 'cccccc', await alive());
  const checks = await examine({ root: '/', settings: SETTINGS, stateDir, exec: bare.exec });
  expect(checks.slice(-3).map(({ name, state, fix }) => [name, state, fix])).toEqual([
    ['restes', 'warning', 'npm run doctor -- --clean'],
    ['cluster gardé', 'present', 'npm run doctor -- --clean'],
    ['à l’œuvre', 'present', undefined],
  ]);
});
