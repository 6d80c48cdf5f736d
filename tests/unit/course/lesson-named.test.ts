import { expect, test } from 'vitest';
import { lessonsNamed } from '../../../src/course/lesson-named.ts';

const LESSONS = ['03-kubernetes', '04-pods', '06-deploiements'].map((folder) => ({
  file: `content/${folder}/lecon.mdx`,
}));
const [, pods] = LESSONS;
const named = (...names: string[]) => lessonsNamed(LESSONS, names, (reason) => new Error(reason));

test.each(['pods', '04-pods', 'content/04-pods', 'content/04-pods/', 'content/04-pods/lecon.mdx'])('%s', (name) => {
  expect(named(name)).toEqual([pods]);
});

test('several come in the course’s order, each once; no name is all of them', () => {
  expect(named('06-deploiements', 'pods', '04-pods')).toEqual(LESSONS.slice(1));
  expect(named()).toEqual(LESSONS);
});

test('a name that no lesson has is refused, beside others that exist, with the nearest one', () => {
  expect(() => named('kubernetes', 'pod')).toThrow('aucune leçon ne s’appelle « pod » → vouliez-vous dire « pods » ?');
});
