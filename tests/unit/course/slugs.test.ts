import { expect, test } from 'vitest';
import { slugFindings } from '../../../src/course/slugs.ts';
import { lessonOf } from '../../fixtures/lesson-source.ts';

const named = (...slugs: string[]): string[] =>
  slugFindings(slugs.map((slug) => ({ ...lessonOf(''), slug }))).map(({ code }) => code);

test.each([
  'kube-system',
  'kube-proxy',
  'default',
  'verification',
  'commandes',
  'pagefind',
  'pods-',
  'Pods',
  'a_b',
  'a'.repeat(64),
])('no lesson can be called %s', (slug) => {
  expect(named(slug)).toEqual(['slug-impossible']);
});

test.each(['pods', 'a', '2027', 'kubernetes', 'a'.repeat(63)])('a lesson can be called %s', (slug) => {
  expect(named(slug)).toEqual([]);
});

test('no two lessons have one name', () => {
  expect(named('pods', 'services', 'pods')).toEqual(['slug-double']);
});
