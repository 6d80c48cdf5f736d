import { expect, test } from 'vitest';
import type { Lesson } from '../../../src/lesson/types.ts';
import { lessonMentions } from '../../../src/site/lesson-mentions.ts';

const lessons = [{ number: 3, slug: 'kubernetes' }] as Lesson[];
const parts = (text: string) =>
  lessonMentions(text, lessons).map((part) => (part.lesson === undefined ? part.text : [part.text, part.lesson.slug]));

test.each([
  ['De la leçon 3 : un Deployment', ['De la ', ['leçon 3', 'kubernetes'], '\u00A0: un Deployment']],
  ['Des leçons 3 et 4', ['Des leçons 3 et 4']],
  ['De la leçon 7, qui reste à écrire', ['De la ', 'leçon 7', ', qui reste à écrire']],
  ['Lire un fichier Compose', ['Lire un fichier Compose']],
])('%s', (text, expected) => {
  expect(parts(text)).toEqual(expected);
});
