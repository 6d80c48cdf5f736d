import { expect, test } from 'vitest';
import { assign } from '../../../src/judge/accept/assign.ts';

const graph = (edges: Record<string, readonly number[]>) => ({
  lefts: Object.keys(edges),
  candidates: (left: string) => edges[left] ?? [],
});

test('moves those who chose first where another has no choice', () => {
  const owners = assign(graph({ a: [1, 2], b: [1], c: [2, 3] }));
  expect([...owners].sort()).toEqual([
    [1, 'b'],
    [2, 'a'],
    [3, 'c'],
  ]);
});

test('pairs as many as possible where not all can be', () => {
  expect(assign(graph({ a: [1], b: [1], c: [1, 2] })).size).toBe(2);
});

test('covers what may not stay alone, without losing anybody', () => {
  const owners = assign({ ...graph({ a: [1, 2], b: [2, 3] }), must: new Set([2, 3]) });
  expect([...owners].sort()).toEqual([
    [2, 'a'],
    [3, 'b'],
  ]);
});

test('a thousand that all fit, and a thousand that none does', () => {
  const all = Array.from({ length: 1000 }, (_, index) => index);
  expect(assign({ lefts: all, candidates: () => all }).size).toBe(1000);
  expect(assign({ lefts: all, candidates: () => all.slice(1) }).size).toBe(999);
});
