import { expect, test } from 'vitest';
import { columnsStyle } from '../../../src/site/columns-style.ts';

test.each([
  [12, undefined],
  [32, undefined],
  [33, '--cols:40'],
  [88, '--cols:88'],
  [400, '--cols:96'],
])('%i columns', (columns, style) => {
  expect(columnsStyle(columns)).toBe(style);
});
