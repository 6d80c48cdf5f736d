import { expect, test } from 'vitest';
import { LessonJudge } from '../../../src/judge/judge.ts';
import { planOf } from '../../../src/lesson/plan.ts';
import { sizes } from '../../fixtures/judge-sizes.ts';
import { fence, lessonOf } from '../../fixtures/lesson-source.ts';

// How long it takes is the bench's matter; here it ends, with the right answer, and without a stack that overflows.
test.each(sizes())('$what', { timeout: 120_000 }, ({ expected, actual, ok }) => {
  const [step] = planOf(lessonOf(`${fence('bash', 'true')}\n\n${fence('output', 'a')}`));
  const written = step?.snippet.expected;
  if (!step || !written) throw new Error('no step');
  const snippet = { ...step.snippet, expected: { ...written, text: expected } };
  const judge = new LessonJudge(lessonOf(fence('bash', 'true')));
  const outcome = { exitCode: 0, output: actual };
  const verdict = judge.judge({ ...step, snippet }, outcome);
  expect(verdict.ok).toBe(ok);
  expect(verdict.ok || verdict.message.length < 20_000).toBe(true);
});
