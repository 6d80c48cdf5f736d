import { expect, test } from 'vitest';
import { straighten } from '../../../../src/drawing/mermaid/straighten.ts';
import { lineThrough } from './marks.ts';

const pathOf = (marks: ReturnType<typeof straighten>) => marks.map((mark) => ('d' in mark ? mark.d : mark.role));

test('a line whose only detour is a tiny step becomes straight', () => {
  expect(
    pathOf(
      straighten([
        lineThrough([
          [0, 50],
          [20, 50],
          [20, 42],
          [60, 42],
        ]),
      ]),
    ),
  ).toEqual(['M0,50L60,50']);
  expect(
    pathOf(
      straighten([
        lineThrough([
          [50, 0],
          [50, 20],
          [58, 20],
          [58, 60],
        ]),
      ]),
    ),
  ).toEqual(['M50,0L50,60']);
});

test('a real step stays', () => {
  const mark = lineThrough([
    [0, 50],
    [20, 50],
    [20, 10],
    [60, 10],
  ]);
  expect(straighten([mark])).toEqual([mark]);
});

test('a loop from a box to itself stays, however close its ends are', () => {
  const mark = lineThrough([
    [0, 50],
    [0, 10],
    [60, 10],
    [60, 50],
  ]);
  expect(straighten([mark])).toEqual([mark]);
});

test('a line that bears a label stays where its label is', () => {
  const mark = lineThrough([
    [0, 50],
    [20, 50],
    [20, 42],
    [90, 42],
  ]);
  const box = { x: 40, y: 30, width: 30, height: 20 };
  const plate = { role: 'plate', kind: undefined, dashed: false, shape: 'rect', radius: 0, ...box } as const;
  expect(straighten([mark, plate])[0]).toEqual(mark);
});
