import { expect, test } from 'vitest';
import { checkCourse } from '../../../../src/check/check.ts';
import { courseOf } from '../course-of.ts';

const course = courseOf({ essai: '```bash skip="trop long" review=2026-11-24\ntrue\n```\n' });

test.each([
  ['2026-11-24', true, []],
  ['2026-11-25', true, ['error']],
  ['2026-11-25', false, ['warning']],
])('on %s, with ci: %s', (day, ci, severities) => {
  const findings = checkCourse(course, { now: new Date(day), ci });
  expect(findings.map(({ severity }) => severity)).toEqual(severities);
});
