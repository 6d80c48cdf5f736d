import { writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { KindLab } from '../../../../src/lab/kind/kind-lab.ts';
import { openRun } from '../../../../src/ledger/ownership.ts';
import { courseWith } from '../../../fixtures/course-of.ts';
import { fence, lessonOf } from '../../../fixtures/lesson-source.ts';
import { newStateDir, SETTINGS } from '../../ledger/state.ts';
import { fakeExec } from '../../machine/fake-exec.ts';

afterEach(() => vi.unstubAllEnvs());

const CRASHED = 'essai  web  <none>  <none>  Running  False  3  <none>  Error  <none>';

/** A lab whose watch of the Pods is this program of sh. */
async function labWatchedBy(script: string): Promise<KindLab> {
  const stateDir = await newStateDir();
  await writeFile(join(stateDir, 'kubectl'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  vi.stubEnv('PATH', `${stateDir}${delimiter}${process.env['PATH']}`);
  const kubeconfig = join(stateDir, 'kubeconfig');
  await writeFile(kubeconfig, 'contexts: []');
  const run = await openRun({
    root: '/cours',
    stateDir,
    exec: fakeExec((command) => (/version/i.test(command) ? 'version 1.2.3' : undefined)).exec,
  });
  const cluster = { name: 'c', kubeconfig, settings: SETTINGS, nodes: ['n'], kubernetesVersion: 'v1.37.0' };
  const options = { run, course: courseWith([]), progress: () => undefined, dir: join(stateDir, 'essai') };
  const lab = new KindLab(cluster, lessonOf(fence('bash', 'kubectl apply -f web.yaml')), {
    ...options,
    left: () => run.close(),
  });
  await lab.prepare({ images: [], tools: {} } as never);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return lab;
}

test('what crashed unseen is said, as long as the Pods were watched', async () => {
  const lab = await labWatchedBy(`echo "${CRASHED}"; exec sleep 60`);
  const { troubles } = await lab.inspect([]);
  expect(troubles.map(({ message }) => message)).toEqual([
    expect.stringContaining('« web » a redémarré 3\u00A0fois (Error)'),
  ]);
  await lab.leave();
});

test('a watch that ended before the lesson is the environment’s failure, whatever it had seen', async () => {
  const lab = await labWatchedBy(`echo "${CRASHED}"; echo "error: connection lost" >&2; exit 1`);
  const inspected = lab.inspect([]);
  await expect(inspected).rejects.toMatchObject({ name: 'ToolError', exitCode: 2 });
  await expect(inspected).rejects.toThrow(/suivi des Pods s’est arrêté avant la fin.*connection lost/s);
  await lab.leave();
});
