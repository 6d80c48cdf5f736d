import { expect, test } from 'vitest';
import { differingIn } from '../../../src/judge/differing.ts';
import { LessonJudge } from '../../../src/judge/judge.ts';
import { planOf } from '../../../src/lesson/plan.ts';
import { fence, lessonOf } from '../../fixtures/lesson-source.ts';

function differing(info: string, expected: string[], output: string[]) {
  const lesson = lessonOf([fence(info, 'kubectl get pods'), fence('output', ...expected)].join('\n\n'));
  const [step] = planOf(lesson);
  if (step === undefined) throw new Error('no step');
  return differingIn(new LessonJudge(lesson), step, `${output.join('\n')}\n`);
}

const HEADER = 'NAME   READY   STATUS    RESTARTS   AGE';

test('a differing cell is where it was printed, whatever the widths of the columns', () => {
  const found = differing(
    'bash',
    [HEADER, 'web    1/1     Running   0          5s'],
    ['NAME   READY   STATUS             RESTARTS   AGE', 'web    1/1     CrashLoopBackOff   0          9s'],
  );
  expect(found).toMatchObject([
    { line: 2, start: 15, end: 31, column: 'STATUS', expected: 'Running', actual: 'CrashLoopBackOff' },
  ]);
});

test('a word of a line, a line that lacks and a line too many', () => {
  expect(differing('bash', ['deployment web créé'], ['deployment web modifié'])).toMatchObject([
    { line: 1, start: 15, end: 22, expected: 'créé', actual: 'modifié' },
  ]);
  const lacking = differing('bash', ['un', 'deux'], ['un']);
  expect(lacking).toMatchObject([{ expected: 'deux', actual: '' }]);
  expect(lacking[0]).not.toHaveProperty('line');
  expect(differing('bash', ['un'], ['un', 'deux'])).toMatchObject([{ line: 2, actual: 'deux' }]);
});

test('the other matchers name the line', () => {
  expect(differing('bash expect=exact', ['un', 'deux'], ['un', 'trois'])).toMatchObject([{ line: 2 }]);
});

test('nothing of an output that is as expected', () => {
  expect(differing('bash', ['un'], ['un'])).toEqual([]);
});
