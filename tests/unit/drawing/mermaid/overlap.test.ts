import { expect, test } from 'vitest';
import { hasAmbiguousLines } from '../../../../src/drawing/mermaid/overlap.ts';
import { lineThrough } from './marks.ts';

const up = lineThrough([
  [0, 50],
  [20, 50],
  [20, 10],
  [60, 10],
]);
const down = lineThrough([
  [0, 50],
  [20, 50],
  [20, 90],
  [60, 90],
]);

test('lines of one box that share their way read as a branch', () => {
  expect(hasAmbiguousLines([up, down])).toBe(false);
});

test('of two lines that share their way, one dashed: which goes where?', () => {
  const dashed = lineThrough(
    [
      [0, 50],
      [20, 50],
      [20, 90],
      [60, 90],
    ],
    true,
  );
  expect(hasAmbiguousLines([up, dashed])).toBe(true);
});

test('a line and the one that comes back along it cannot be told apart', () => {
  const back = lineThrough([
    [60, 90],
    [20, 90],
    [20, 50],
    [0, 50],
  ]);
  expect(hasAmbiguousLines([up, back])).toBe(true);
});

test('lines that only cross are clear', () => {
  const across = lineThrough(
    [
      [10, 0],
      [10, 100],
    ],
    true,
  );
  expect(hasAmbiguousLines([up, down, across])).toBe(false);
});
