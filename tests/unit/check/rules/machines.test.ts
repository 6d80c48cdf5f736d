import { expect, test } from 'vitest';
import { checkCourse } from '../../../../src/check/check.ts';
import { courseWith } from '../../../fixtures/course-of.ts';
import { fence, lessonOf, lessonSource } from '../../../fixtures/lesson-source.ts';

const findings = (info: string, cluster: string): string[] => {
  const body = fence(info, ':');
  const lesson = lessonOf(body, cluster);
  const sources = new Map([[lesson.file, lessonSource(body, cluster)]]);
  return checkCourse({ ...courseWith([], [lesson]), sources })
    .filter(({ code }) => code === 'machine-inconnue')
    .map(({ line, message, fix }) => `${line} ${message} → ${fix}`);
};

test.each(['vagrantbox-1', 'vagrantbox-3', 'host'])('machine=%s is one of a Swarm lesson’s', (name) => {
  expect(findings(`bash machine=${name}`, 'swarm')).toEqual([]);
});

test('a name that it has not is found, with the nearest one', () => {
  expect(findings('bash machine=vagrantbox-4', 'swarm')).toEqual([
    '9 la leçon n’a pas de machine « vagrantbox-4 » → vouliez-vous dire « vagrantbox-1 » ?',
  ]);
});

test('so is a machine where there is but one', () => {
  expect(findings('bash machine=host', 'none')).toEqual([
    '9 machine=host demande plusieurs machines, et la leçon n’en a qu’une (cluster: none) → écrivez cluster: swarm, ou retirez machine',
  ]);
});
