import { expect, test } from 'vitest';
import { rhythmOf } from '../../../src/scripts/replay.ts';

test('lines come with their recorded rhythm, those printed together at once, and no class waits for minutes', () => {
  const timing = JSON.stringify([
    [120, 1],
    [500, 3],
    [95_000, 4],
  ]);
  expect([...rhythmOf(timing)]).toEqual([120, 380, 0, 3000]);
  expect([...rhythmOf(undefined)]).toEqual([]);
});
