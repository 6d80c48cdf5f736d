import { expect, test } from 'vitest';
import { testModuleOf } from '../../../src/verify/test-module.ts';
import { BODY_LINE, fence, lessonOf } from '../../fixtures/lesson-source.ts';

test('each test stands on its fence’s line, an exercise’s second check behind its solution', () => {
  const body = [
    fence('bash', 'echo a'),
    '<Exercice titre="Essai">',
    '',
    fence('bash check', 'test -e a'),
    '',
    '<Solution>',
    '',
    fence('bash', 'touch a'),
    '',
    '</Solution>',
    '</Exercice>',
  ].join('\n');
  const lines = testModuleOf(lessonOf(body), './worker.ts').split('\n');
  const at = lines.flatMap((line, index) =>
    [...line.matchAll(/step\("([^"]+)"/g)].map((match) => [match[1], index + 2 - BODY_LINE]),
  );
  expect(at).toEqual([
    ['s1', 1],
    ['s2/avant', 6],
    ['s3', 12],
    ['s2', 12],
  ]);
});
