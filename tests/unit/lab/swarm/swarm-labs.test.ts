import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { SwarmLabs } from '../../../../src/lab/swarm/swarm-labs.ts';
import { openRun } from '../../../../src/ledger/ownership.ts';
import { courseWith } from '../../../fixtures/course-of.ts';
import { fence, lessonOf } from '../../../fixtures/lesson-source.ts';
import { newStateDir } from '../../ledger/state.ts';
import { fakeExec } from '../../machine/fake-exec.ts';

test('when a lab cannot be had, nothing is pulled any more on the machines that are removed', async () => {
  let pulling = 0;
  const pullingAtRemoval: number[] = [];
  const { exec } = fakeExec(async (command) => {
    if (/^docker exec \S+ docker pull/.test(command)) {
      pulling++;
      await delay(100);
      pulling--;
    }
    if (command.startsWith('docker ps')) pullingAtRemoval.push(pulling);
    return command.includes('docker version --format') ? { ok: false, output: 'boum' } : '1.2.3';
  });
  const run = await openRun({ root: '/cours', stateDir: await newStateDir(), exec });
  const labs = new SwarmLabs({ run, course: courseWith(['busybox:1.37']), progress: () => undefined });
  const lesson = lessonOf(fence('bash', 'docker run busybox:1.37 true'));
  await expect(labs.enter(lesson)).rejects.toThrow('docker ne répond pas');
  expect(pullingAtRemoval).toEqual([0]);
  await run.close();
});
