import { expect, test } from 'vitest';
import { requireTools } from '../../../../src/lab/kind/require.ts';
import { DOCKER_STOPPED, fakeExec } from '../../machine/fake-exec.ts';
import { SETTINGS } from '../../ledger/state.ts';

const kubectl = (version: string) => JSON.stringify({ clientVersion: { gitVersion: version } });

const WELL = {
  docker: '28.2.2\n',
  kind: 'kind v0.33.0 go1.26.8 linux/amd64\n',
  kubectl: kubectl('v1.37.0'),
  bash: 'GNU bash, version 5.2.15(1)-release (x86_64-pc-linux-gnu)\n',
};

const requireWith = (
  change: Partial<Record<keyof typeof WELL, Parameters<typeof fakeExec>[0] extends (c: string) => infer A ? A : never>>,
) =>
  requireTools(SETTINGS, {
    exec: fakeExec((command) => ({ ...WELL, ...change })[command.split(' ')[0] as keyof typeof WELL]).exec,
  });

test('the versions found are told', async () => {
  expect(await requireWith({})).toEqual({ docker: '28.2.2', kind: '0.33.0', kubectl: '1.37.0', bash: '5.2' });
});

test('kubectl may be one minor version away', async () => {
  expect(await requireWith({ kubectl: kubectl('v1.36.4') })).toMatchObject({ kubectl: '1.36.4' });
});

test.each([
  ['docker absent', { docker: { ok: false, missing: true } }, 'docker est introuvable'],
  ['docker stopped', { docker: DOCKER_STOPPED }, 'Démarrez Docker'],
  ['kind absent', { kind: { ok: false, missing: true } }, 'kind est introuvable'],
  ['another kind', { kind: 'kind v0.32.0 go1.25 linux/amd64' }, 'kind 0.32.0 est installé, le cours demande 0.33.0.'],
  ['a pre-release of kind', { kind: 'kind v0.33.0-alpha' }, 'kind 0.33.0-alpha est installé'],
  ['an old kubectl', { kubectl: kubectl('v1.35.1') }, 'Installez kubectl 1.37'],
  ['the bash of macOS', { bash: 'GNU bash, version 3.2.57(1)-release' }, 'bash 3.2 est trop ancien.'],
])('%s is refused with what to do', async (_, change, message) => {
  await expect(requireWith(change)).rejects.toThrow(message);
});
