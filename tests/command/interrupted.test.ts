import { describe, expect } from 'vitest';
import { processesOf, processesWithin } from '../../src/machine/processes.ts';
import { FakeTools } from '../fixtures/fake-tools.ts';
import { fence } from '../fixtures/lesson-source.ts';
import type { Project } from '../fixtures/project.ts';
import { exists, test, until } from './test.ts';

const endless = fence('bash timeout=600s', 'tail -f /dev/null');

/** Waits until a run has such a process, by the mark that is looked for afterwards. @returns the run's id */
async function begun(project: Project, command: string): Promise<string> {
  let run: string | undefined;
  await until(async () => {
    [run] = await project.runs();
    return run !== undefined && (await processesOf(run)).some((each) => each.command === command);
  });
  return run ?? '';
}

async function expectNothingLeft(project: Project, run: string): Promise<void> {
  expect(await project.runs()).toEqual([]);
  expect(await processesOf(run)).toEqual([]);
  expect(await processesWithin(project.root)).toEqual([]);
}

describe.concurrent('a run that is told to stop says so, begins nothing more, and leaves nothing', () => {
  test('Ctrl-C in a snippet, with a lesson to come that would make a cluster', async ({ project }) => {
    const tools = await FakeTools.make(`${project.root}/outils`);
    await project.write(endless);
    await project.add('02-suite', fence('bash', `touch ${project.root}/suite`), 'fresh');
    const running = project.verify([], tools.env);
    const run = await begun(project, 'tail -f /dev/null');
    // Made ahead, while the first lesson runs.
    await until(async () => (await tools.containers()).length === 1);
    running.kill('SIGINT');
    const { exitCode, stdout, stderr } = await running;
    expect([exitCode, stdout]).toEqual([130, '']);
    expect(stderr).toContain('SIGINT : interrompu');
    expect(await tools.containers()).toEqual([]);
    expect(await exists(`${project.root}/suite`)).toBe(false);
    await expectNothingLeft(project, run);
  });

  test('Ctrl-C in a snippet on a cluster of its own, with another such lesson to come', async ({ project }) => {
    const tools = await FakeTools.make(`${project.root}/outils`);
    await project.write(endless, 'fresh');
    await project.add('02-suite', fence('bash', ':'), 'fresh');
    const running = project.verify([], tools.env);
    const run = await begun(project, 'tail -f /dev/null');
    await until(async () => (await tools.containers()).length === 2);
    running.kill('SIGINT');
    expect((await running).exitCode).toBe(130);
    expect(await tools.calls('kind create')).toHaveLength(2);
    expect(await tools.containers()).toEqual([]);
    await expectNothingLeft(project, run);
  });

  test('SIGTERM while the first lesson’s cluster is being made', async ({ project }) => {
    const tools = await FakeTools.make(`${project.root}/outils`);
    await tools.slowKind();
    await project.write(fence('bash', ':'), 'fresh');
    await project.add('02-suite', fence('bash', ':'), 'fresh');
    const running = project.verify([], tools.env);
    const run = await begun(project, 'sleep 601');
    expect(await tools.containers()).toHaveLength(1);
    running.kill('SIGTERM');
    const { exitCode, stdout, stderr } = await running;
    expect([exitCode, stdout]).toEqual([143, '']);
    expect(stderr).toContain('SIGTERM : interrompu');
    expect(await tools.calls('kind create')).toHaveLength(1);
    expect(await tools.containers()).toEqual([]);
    await expectNothingLeft(project, run);
  });
});
