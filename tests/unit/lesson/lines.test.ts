import { expect, test } from 'vitest';
import { parseLines } from '../../../src/lesson/lines.ts';

test.each([
  ['2', [[2]]],
  ['1-3|5', [[1, 2, 3], [5]]],
  ['1,4-5|2', [[1, 4, 5], [2]]],
])('« %s » are steps of lines', (text, steps) => expect(parseLines(text)).toEqual(steps));

test.each(['', 'a', '1-', '|2', '0', '3-1', '1 2'])('« %s » is refused', (text) =>
  expect(parseLines(text)).toBeUndefined(),
);
