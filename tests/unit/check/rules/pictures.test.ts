import { expect, test } from 'vitest';
import { checkCourse } from '../../../../src/check/check.ts';
import { courseOf, FIRST_LINE } from '../course-of.ts';

const ASSETS = ['carte.png', 'plans/lyon.svg', 'diagrammes/d1.light.svg', 'notes.txt'];

function findings(text: string): string[] {
  return checkCourse(courseOf({ essai: text }, [], ASSETS)).map(
    ({ line, column, code }) => `${line - FIRST_LINE + 1}:${column} ${code}`,
  );
}

test.each(['![Une carte](carte.png)', '![Un plan](./plans/lyon.svg)', '![Une carte][c]\n\n[c]: carte.png'])(
  '%j is beside its lesson',
  (text) => {
    expect(findings(text)).toEqual([]);
  },
);

test.each([
  'Une ![carte](crate.png)',
  'Une ![carte](/carte.png)',
  'Une ![carte](https://exemple.fr/carte.png)',
  'Une ![carte](../carte.png)',
  'Une ![carte][c]\n\n[c]: crate.png',
  'Une <img src="carte.png" alt="carte"/>',
])('%j is not', (text) => {
  expect(findings(text)).toEqual(['1:5 image-absente']);
});

test('the nearest picture is proposed', () => {
  const [finding] = checkCourse(courseOf({ essai: '![Une carte](crate.png)' }, [], ASSETS));
  expect(finding?.fix).toBe('vouliez-vous dire « carte.png » ?');
});
