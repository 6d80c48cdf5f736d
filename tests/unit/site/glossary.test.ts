import { expect, test } from 'vitest';
import type { Course } from '../../../src/course/types.ts';
import { glossaryOf } from '../../../src/site/glossary.ts';
import { lessonOf } from './lesson.ts';

test('definitions are collected from wherever they stand, in French order, the first one of a term', () => {
  const lesson = lessonOf('');
  const source = [
    '<Definition terme="Pod">Un *ou* plusieurs conteneurs.</Definition>',
    '<Lecture>\n\n<Definition terme="écart">Ce qui manque.</Definition>\n\n</Lecture>',
    '<Definition terme="Pod">Autre chose.</Definition>',
  ].join('\n\n');
  const course = { lessons: [lesson], sources: new Map([[lesson.file, source]]) } as unknown as Course;
  expect(glossaryOf(course).map(({ term, text }) => `${term}: ${text}`)).toEqual([
    'écart: Ce qui manque.',
    'Pod: Un ou plusieurs conteneurs.',
  ]);
});
