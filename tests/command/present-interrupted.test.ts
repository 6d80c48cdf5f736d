import { join } from 'node:path';
import { expect } from 'vitest';
import { processesOf, processesWithin } from '../../src/machine/processes.ts';
import { FakeTools } from '../fixtures/fake-tools.ts';
import { forgeProofs } from '../fixtures/forge-proofs.ts';
import { fence } from '../fixtures/lesson-source.ts';
import { addressOf, type Project } from '../fixtures/project.ts';
import { test, until } from './test.ts';

const made = async (run: string): Promise<boolean> =>
  (await processesOf(run)).some(({ command }) => command === 'sleep 601');

/** Waits until a presentation is at the making of its cluster. */
async function making(project: Project, tools: FakeTools) {
  const proofs = join(project.root, 'preuves');
  await forgeProofs(project.root, proofs);
  const bridge = project.present(['essai', '--port=0'], { ...tools.env, ORCHESTRE_PREUVES: proofs });
  await addressOf(bridge);
  const [run = ''] = await project.runs();
  await until(() => made(run));
  return { bridge, run };
}

test('Ctrl-C while the lesson’s cluster is being made does not wait for it, and leaves nothing', async ({
  project,
}) => {
  const tools = await FakeTools.make(`${project.root}/outils`);
  await tools.slowKind();
  await project.write(fence('bash', ':'), 'shared');
  const { bridge, run } = await making(project, tools);
  expect(await tools.containers()).toHaveLength(1);
  const began = performance.now();
  bridge.kill('SIGINT');
  const { exitCode, all } = await bridge;
  expect(performance.now() - began).toBeLessThan(60_000);
  expect([exitCode, all.split('\n').slice(-1)]).toEqual([0, ['SIGINT : fermeture et rangement…']]);
  expect(await tools.calls('kind create')).toHaveLength(1);
  expect(await tools.containers()).toEqual([]);
  expect(await project.runs()).toEqual([]);
  expect(await processesOf(run)).toEqual([]);
  expect(await processesWithin(project.root)).toEqual([]);
});
