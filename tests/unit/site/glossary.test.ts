import { expect, test } from 'vitest';
import type { Course } from '../../../src/course/types.ts';
import type { Lesson } from '../../../src/lesson/types.ts';
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

test('a figure that a definition quotes is what its snippet printed; without a proof it is left open', () => {
  const lesson = lessonOf('');
  const source = '<Definition terme="Bascule">Elle a pris <Mesure de="duree" unite="s" /> ici, `au pire`.</Definition>';
  const course = { lessons: [lesson], sources: new Map([[lesson.file, source]]) } as unknown as Course;
  const printed = (of: Lesson, id: string) => (of === lesson && id === 'duree' ? '2.4' : undefined);
  expect(glossaryOf(course, printed).map(({ text }) => text)).toEqual(['Elle a pris 2,4\u00A0s ici, au pire.']);
  expect(glossaryOf(course).map(({ text }) => text)).toEqual(['Elle a pris …\u00A0s ici, au pire.']);
});
