import { expect, test } from 'vitest';
import type { Course } from '../../../src/course/types.ts';
import { parseLesson } from '../../../src/lesson/parse.ts';
import { lessonSource } from '../../fixtures/lesson-source.ts';
import { termsBefore } from '../../../src/site/terms.ts';

test('a lesson may use what earlier ones define, under each of its names; not what it or a later one defines', () => {
  const bodies = [
    '<Definition terme="nœud" synonymes="node, machine">Une machine.</Definition>',
    '<Definition terme="Pod">Des conteneurs.</Definition>',
  ];
  const sources = new Map(
    bodies.map((body, index) => [`content/0${index + 1}-l${index + 1}/lecon.mdx`, lessonSource(body)]),
  );
  const lessons = [...sources].flatMap(([file, source]) => parseLesson(source, file).lesson ?? []);
  const course = { lessons, sources } as unknown as Course;
  expect(lessons.map((lesson) => termsBefore(course, lesson))).toEqual([
    [],
    [{ id: 'noeud', forms: ['nœud', 'node', 'machine'] }],
  ]);
});
