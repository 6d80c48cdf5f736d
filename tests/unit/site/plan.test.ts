import { expect, test } from 'vitest';
import type { Course } from '../../../src/course/types.ts';
import { coursePlan } from '../../../src/site/plan.ts';
import { lessonOf } from './lesson.ts';

test('the plan shows what is written under its own title, and what is to come under the announced one, in order', () => {
  const meta = {
    plan: [
      { dossier: '01-essai', titre: 'Un titre provisoire' },
      { dossier: '02-suite', titre: 'La suite' },
    ],
  };
  const course = { lessons: [lessonOf('')], meta } as unknown as Course;
  expect(coursePlan(course).map(({ number, title, lesson }) => [number, title, lesson?.slug])).toEqual([
    [1, 'Essai', 'essai'],
    [2, 'La suite', undefined],
  ]);
});
