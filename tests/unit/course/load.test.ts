import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CourseError } from '../../../src/course/course-error.ts';
import { loadCourse } from '../../../src/course/load.ts';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cours-'));
  await cp(join(import.meta.dirname, '../../fixtures/course'), root, { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('a lesson that cours.yaml does not know, and one that it knows in vain, are both said', async () => {
  const { findings, lessons } = await loadCourse(root);
  expect(lessons.map(({ slug }) => slug)).toEqual(['un']);
  expect(findings.map(({ file, code }) => [file, code])).toEqual([
    ['content/cours.yaml', 'lecon-absente'],
    ['content/03-trois/lecon.mdx', 'lecon-oubliee'],
  ]);
});

test('without a usable cours.yaml there is no course: the field and its line are said', async () => {
  await writeFile(join(root, 'content/cours.yaml'), 'titre: a\nlecons: oui\n');
  await expect(loadCourse(root)).rejects.toThrow(CourseError);
  await expect(loadCourse(root)).rejects.toThrow('content/cours.yaml:2  lecons : ');
});
