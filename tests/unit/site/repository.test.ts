import { expect, test } from 'vitest';
import { courseSchema } from '../../../src/course/schemas.ts';
import type { CourseMeta } from '../../../src/course/types.ts';
import type { Lesson } from '../../../src/lesson/types.ts';
import { repositoryLinks } from '../../../src/site/repository.ts';

const lesson = { file: 'content/04-pods/lecon.mdx', number: 4, meta: { titre: 'Le Pod' } } as Lesson;
const linksOf = (depot?: string) => repositoryLinks({ depot } as CourseMeta, lesson);

test('a lesson’s file is edited, and what is wrong with it told, at the repository', () => {
  const links = linksOf('https://github.com/geo/orchestre');
  expect(links?.edit).toBe('https://github.com/geo/orchestre/edit/main/content/04-pods/lecon.mdx');
  const report = new URL(links?.report ?? '');
  expect(`${report.origin}${report.pathname}`).toBe('https://github.com/geo/orchestre/issues/new');
  expect(report.searchParams.get('title')).toBe('Leçon 4, « Le Pod » : ');
});

test('without a repository there is nothing to offer', () => {
  expect(linksOf()).toBeUndefined();
});

test.each([
  ['https://github.com/geo/orchestre', true],
  ['https://github.com/geo-stack/cours.k8s', true],
  ['https://github.com/geo/orchestre/', false],
  ['https://github.com/geo/orchestre.git', false],
  ['https://github.com/geo', false],
  ['https://github.com/geo/orchestre/tree/main', false],
  ['http://github.com/geo/orchestre', false],
  ['git@github.com:geo/orchestre.git', false],
  ['https://exemple.fr/geo/orchestre', false],
])('%s as `depot`: %s', (depot, accepted) => {
  expect(courseSchema.shape.depot.safeParse(depot).success).toBe(accepted);
});
