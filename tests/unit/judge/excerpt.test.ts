import { expect, test } from 'vitest';
import { excerptOf } from '../../../src/judge/excerpt.ts';

test('a short output is quoted whole', () => {
  expect(excerptOf('a\nb\n')).toBe('a\nb');
});

test('a long one keeps its first and last lines, and says how many are left out', () => {
  const lines = excerptOf(Array.from({ length: 1000 }, (_, index) => `ligne ${index}`).join('\n')).split('\n');
  expect([lines[0], lines[20], lines.at(-1), lines.length]).toEqual(['ligne 0', '… (960 lignes) …', 'ligne 999', 41]);
});

test('a line of a hundred thousand characters is cut', () => {
  expect(excerptOf('x'.repeat(100_000))).toBe(`${'x'.repeat(200)}…`);
});
