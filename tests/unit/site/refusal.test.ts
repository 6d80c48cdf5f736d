import { expect, test } from 'vitest';
import type { Course } from '../../../src/course/types.ts';
import { refusalOf } from '../../../src/site/refusal.ts';
import type { LessonProof } from '../../../src/proof/types.ts';
import { lessonOf } from './lesson.ts';

const course = (parts: Partial<Course>): Course => ({ findings: [], lessons: [], ...parts }) as unknown as Course;
const proof = (problems: LessonProof['problems']) => new Map([['essai', { proofs: new Map(), problems }]]);

test('a proven course is published', () => {
  expect(refusalOf(course({ lessons: [lessonOf('')] }), proof([]))).toBeUndefined();
});

test('a snippet without proof is named with its file, its line, why and what to do', () => {
  const position = { file: 'content/01-essai/lecon.mdx', line: 12, column: 1 };
  const problems = [
    {
      kind: 'preuve-absente' as const,
      step: 's1',
      position,
      message: 'cet extrait a changé',
      fix: 'lancez : npm run verify -- essai',
    },
  ];
  expect(refusalOf(course({ lessons: [lessonOf('')] }), proof(problems))).toContain(
    '  content/01-essai/lecon.mdx:12  leçon « essai », extrait s1 : cet extrait a changé → lancez : npm run verify -- essai',
  );
});

test('a reason that concerns many snippets is said once', () => {
  const position = { file: 'content/01-essai/lecon.mdx', line: 12, column: 1 };
  const problems = ['s1', 's2', 's3'].map((step) => ({
    kind: 'preuve-absente' as const,
    step,
    position,
    message: 'aucune exécution',
    fix: 'lancez-la',
  }));
  const refusal = refusalOf(course({ lessons: [lessonOf('')] }), proof(problems)) ?? '';
  expect(refusal.split('\n')).toHaveLength(2);
  expect(refusal.replaceAll('\u00A0', ' ')).toContain('extrait s1 (et 2 autres) : aucune exécution → lancez-la');
});

test('a course without a lesson, and a course with an error in it, are refused', () => {
  expect(refusalOf(course({}), new Map())).toContain('aucune leçon');
  const finding = {
    file: 'content/cours.yaml',
    line: 1,
    column: 1,
    code: 'slug-double' as const,
    message: 'm',
    fix: 'f',
  };
  const findings = [{ ...finding, severity: 'error' as const }];
  expect(refusalOf(course({ lessons: [lessonOf('')], findings }), proof([]))).toContain('slug-double');
});
