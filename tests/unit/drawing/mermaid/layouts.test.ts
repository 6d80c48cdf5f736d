import { expect, test } from 'vitest';
import { isBetter } from '../../../../src/drawing/mermaid/layouts.ts';
import { boxAt } from './marks.ts';

const attempt = (xs: readonly number[], mergeEdges = true) => ({
  layout: { mergeEdges },
  marks: xs.map((x) => boxAt(x, 0)),
});
const better = (a: ReturnType<typeof attempt>, b: ReturnType<typeof attempt>) => isBetter(a, b, 'flowchart LR');

test('the layout that reads in the author’s order is the better one', () => {
  expect(better(attempt([0, 200, 400]), attempt([200, 0, 400]))).toBe(true);
  expect(better(attempt([200, 0, 400]), attempt([0, 200, 400]))).toBe(false);
});

test('one that fits a slide is better still', () => {
  expect(better(attempt([200, 0, 400]), attempt([0, 200, 4000]))).toBe(true);
});

test('of two equals, lines that share their way are calmer, and the first one stays', () => {
  expect(better(attempt([0, 200]), attempt([0, 200], false))).toBe(true);
  expect(better(attempt([0, 200]), attempt([0, 200]))).toBe(false);
});
