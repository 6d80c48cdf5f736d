import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lessonDir } from '../../../../src/lab/context.ts';
import { NoLab } from '../../../../src/lab/none/no-lab.ts';
import { openRun } from '../../../../src/ledger/ownership.ts';
import { courseWith } from '../../../fixtures/course-of.ts';
import { fence, lessonOf } from '../../../fixtures/lesson-source.ts';
import { newStateDir } from '../../ledger/state.ts';
import { fakeExec } from '../../machine/fake-exec.ts';

test('when a program lacks, no folder of the lesson is still being made', async () => {
  const { exec } = fakeExec(() => ({ ok: false, output: 'boum' }));
  const run = await openRun({ root: '/cours', stateDir: await newStateDir(), exec });
  const lesson = lessonOf(fence('bash', ':'));
  const labs = new NoLab({ run, course: courseWith([]), progress: () => undefined });
  await expect(labs.enter(lesson)).rejects.toThrow('bash ne répond pas');
  expect(existsSync(join(lessonDir(run, lesson), 'maison'))).toBe(true);
  await run.close();
});
