import { expect, test } from 'vitest';
import { countInversions } from '../../../../src/drawing/mermaid/reading-order.ts';
import { boxAt } from './marks.ts';

const inOrder = [boxAt(0, 300), boxAt(200, 0), boxAt(400, 100)];

test('boxes that follow the direction of the fence contradict nothing', () => {
  expect(countInversions(inOrder, 'flowchart LR')).toBe(0);
});

test('each pair that stands the other way round counts', () => {
  expect(countInversions(inOrder, 'flowchart RL')).toBe(3);
  expect(countInversions(inOrder, 'flowchart TB')).toBe(2);
});

test('a state diagram reads downwards unless it says otherwise', () => {
  expect(countInversions(inOrder, 'stateDiagram-v2\n  A --> B')).toBe(2);
  expect(countInversions(inOrder, 'stateDiagram-v2\n  direction LR\n  A --> B')).toBe(0);
});
