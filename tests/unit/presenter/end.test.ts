import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readRecords } from '../../../src/ledger/ledger.ts';
import { ownName } from '../../../src/ledger/names.ts';
import { openRun, type Run } from '../../../src/ledger/ownership.ts';
import type { Bridge } from '../../../src/presenter/bridge.ts';
import { endPresentation } from '../../../src/presenter/end.ts';
import { FakeTools } from '../../fixtures/fake-tools.ts';

let root: string;
let tools: FakeTools;
let run: Run;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'orchestre-fin-'));
  tools = await FakeTools.make(join(root, 'outils'));
  vi.stubEnv('PATH', tools.env.PATH);
  run = await openRun({ root, stateDir: join(root, 'etat') });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

/** The run has a cluster, and ends while a lesson is prepared on it. @returns how its record, and its engine, end */
async function interrupted(cluster: string) {
  const settings = { image: 'kindest/node:v1.37.0', nodes: 1, kindVersion: '0.33.0' } as const;
  await run.update(() => ({ clusters: [{ name: cluster, kubeconfig: join(run.dir, 'config'), settings }] }));
  await writeFile(join(root, 'outils/engine', `${cluster}-control-plane`), '');
  const asked: string[] = [];
  const bridge = {
    isOpening: true,
    abandon: () => asked.push('abandon'),
    close: () => new Promise<void>(() => {}),
  } as unknown as Bridge;
  await endPresentation(run, { bridge, keep: true, tell: () => {} });
  const states = (await readRecords(run.stateDir)).map(({ state }) => state);
  return { asked, states, containers: await tools.containers() };
}

test('a cluster that an earlier run kept outlives a lesson that was still being prepared', async () => {
  expect(await interrupted(ownName('autre1'))).toEqual({
    asked: ['abandon'],
    states: ['kept'],
    containers: ['orchestre-autre1-control-plane'],
  });
});

test('one that the run was still making goes with it', async () => {
  expect(await interrupted(ownName(run.id))).toEqual({ asked: ['abandon'], states: [], containers: [] });
});
