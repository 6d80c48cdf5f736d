import { expect, test } from 'vitest';
import { checkCourse } from '../../../src/check/check.ts';
import { concerning } from '../../../src/check/concerning.ts';
import { courseOf } from './course-of.ts';

test('a broken lesson does not stop another, a broken course stops all', () => {
  const course = courseOf({ bonne: 'Un Pod.\n', cassee: '<Notes>\n' });
  const findings = checkCourse(course);
  const [good] = course.lessons;
  expect(findings.map(({ code }) => code)).toEqual(['mdx-illisible']);
  expect(concerning(findings, good === undefined ? [] : [good])).toEqual({ own: [], others: findings });
  expect(concerning(findings, [{ file: 'content/02-cassee/lecon.mdx' }])).toEqual({ own: findings, others: [] });

  const meta = { ...course.meta, versions: { ...course.meta.versions, kind: '0.34.0', noeud: 'kindest/node:v1.38.1' } };
  const { own } = concerning(checkCourse({ ...course, meta }), [{ file: 'content/01-bonne/lecon.mdx' }]);
  expect(own.map(({ code }) => code)).toEqual(['schemas-perimes']);
});

test('a lesson that is announced and not written yet stops nobody', () => {
  const absent = { file: 'content/cours.yaml', line: 1, column: 1, message: '', fix: '', severity: 'error' } as const;
  expect(concerning([{ ...absent, code: 'lecon-absente' }], [{ file: 'content/01-a/lecon.mdx' }]).own).toEqual([]);
});
