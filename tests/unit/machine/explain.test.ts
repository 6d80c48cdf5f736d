import { expect, test } from 'vitest';
import type { ExecResult } from '../../../src/machine/exec.ts';
import { explain } from '../../../src/machine/explain.ts';

const failed = (output: string, change: Partial<ExecResult> = {}): ExecResult => ({
  ok: false,
  exitCode: 1,
  stdout: '',
  output,
  command: 'kind create cluster',
  missing: false,
  timedOut: false,
  ...change,
});

test.each([
  ['write /var/lib/docker/tmp/x: no space left on device', 'Le disque est plein.'],
  ['Cannot connect to the Docker daemon at unix:///var/run/docker.sock.', 'son moteur ne répond pas'],
  ['permission denied while trying to connect to the Docker daemon socket', 'n’a pas le droit de parler à Docker'],
  ['ERROR: failed to create cluster: failed to pull image "kindest/node:v9"', 'L’image du nœud n’existe pas'],
])('the trouble is recognised in « %s »', (output, why) => {
  expect(explain('Le cluster n’a pas pu être créé.', failed(output)).why).toContain(why);
});

test('a missing program says how to get it', () => {
  const error = explain('Docker ne répond pas.', failed('', { command: 'docker version', missing: true }));
  expect(error.why).toBe('docker est introuvable sur le PATH.');
  expect(error.fix).toContain('https://docs.docker.com/engine/install/');
});

test('an unknown trouble carries what can be pasted: the command and the end of its output', () => {
  const { message, exitCode } = explain('Le cluster n’a pas pu être créé.', failed('one\ntwo'), 'Relancez.');
  expect(exitCode).toBe(2);
  expect(message.replaceAll('\u00a0', ' ').split('\n')).toEqual([
    'Le cluster n’a pas pu être créé.',
    '  → Relancez.',
    '  commande : kind create cluster',
    '  | one',
    '  | two',
  ]);
});
