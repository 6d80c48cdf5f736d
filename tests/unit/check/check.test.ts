import { expect, test } from 'vitest';
import { checkCourse } from '../../../src/check/check.ts';
import { courseOf } from './course-of.ts';

test('findings are sorted by file, line and column, those of the loader among them', () => {
  const text = 'Un noeud\n\n```bash\necho "\n```\n\n```bash inconnu\nls\n```\n';
  const findings = checkCourse(courseOf({ a: text, b: text }));
  const places = findings.map(({ file, line, code }) => `${file.slice(8, 12)}:${line} ${code}`);
  const of = (file: string): string[] => [
    `${file}:8 ligature`,
    `${file}:11 bash-illisible`,
    `${file}:14 attribut-inconnu`,
  ];
  expect(places).toEqual([...of('01-a'), ...of('02-b')]);
});

test('schemas of another version than the course are an error', () => {
  const course = courseOf({ a: '' });
  const meta = { ...course.meta, versions: { ...course.meta.versions, kind: '0.34.0', noeud: 'kindest/node:v1.38.1' } };
  expect(checkCourse({ ...course, meta }).map(({ code }) => code)).toEqual(['schemas-perimes']);
});

test('Windows line endings move nothing', () => {
  const course = courseOf({ a: 'Un noeud  double\n' });
  const sources = new Map([...course.sources].map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]));
  expect(checkCourse({ ...course, sources })).toEqual(checkCourse(course));
});
