import { expect, test } from 'vitest';
import { planOf } from '../../../src/lesson/plan.ts';
import { fence, lessonOf } from '../../fixtures/lesson-source.ts';

test('an exercise is checked before its solution, where it must fail, and after it', () => {
  const lesson = lessonOf(
    [
      '<Exercice titre="Essai">',
      fence('bash check id=c', 'test -e a'),
      '<Solution>',
      fence('bash', 'touch a'),
      fence('bash', ':'),
      '</Solution>',
      '</Exercice>',
      fence('bash', ':'),
    ].join('\n\n'),
  );
  expect(planOf(lesson).map(({ id, mustFail }) => [id, mustFail])).toEqual([
    ['c/avant', true],
    ['s2', false],
    ['s3', false],
    ['c', false],
    ['s4', false],
  ]);
});
