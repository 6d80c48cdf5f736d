import { expect, test } from 'vitest';
import { type Box, pictureHeight, slideMeasures, wrapped } from '../../../src/site/slide-measures.ts';

const FREE = { text: 106, blocks: 2, nested: false, columns: 1 };
const lines = (count: number, length: number): string[] => Array.from({ length: count }, () => 'x'.repeat(length));
const command = (output: readonly string[], code = ['kubectl get pods']): Box => ({
  kind: 'command',
  parts: [
    { what: 'command', lines: code },
    { what: 'output', lines: output },
    { what: 'foot', lines: [''] },
  ],
});
const manifest = (code: readonly string[], ...parts: Box['parts']): Box => ({
  kind: 'manifest',
  parts: [{ what: 'code', lines: code }, ...parts, { what: 'foot', lines: [''] }],
});

test('a short command takes the largest size', () => {
  expect(slideMeasures(FREE, [command(['ok'])])).toEqual({ size: 28, beside: false });
});

test('a longer line, more lines, more text and a second box each make the code smaller', () => {
  const { size } = slideMeasures(FREE, [command(lines(10, 60))]);
  const smaller = [
    slideMeasures(FREE, [command(lines(10, 80))]),
    slideMeasures(FREE, [command(lines(16, 60))]),
    slideMeasures({ ...FREE, text: 300 }, [command(lines(10, 60))]),
    slideMeasures(FREE, [command(lines(10, 60)), command(lines(3, 60))]),
  ];
  expect(smaller.map((each) => each.size < size)).toEqual([true, true, true, true]);
});

test('no line of code is wider than its box at the size that is chosen', () => {
  const { size } = slideMeasures(FREE, [command(lines(3, 80))]);
  expect(80 * 0.602 * size).toBeLessThanOrEqual(1152 - 42);
});

test('boxes side by side share the width, not the height', () => {
  const boxes = [command(lines(12, 30)), command(lines(12, 30))];
  const { size } = slideMeasures({ ...FREE, columns: 2 }, boxes);
  expect(size).toBeGreaterThan(slideMeasures(FREE, boxes).size);
  expect(30 * 0.602 * size).toBeLessThanOrEqual(1152 / 2);
});

test('a picture keeps a third of the slide: the code leaves it that, and no more where it is smaller', () => {
  const pictured = (height: number): Box => {
    const { kind, parts } = command(lines(8, 40));
    return { kind, parts: [...parts, { what: 'picture', lines: [], size: { width: 400, height } }] };
  };
  const { size } = slideMeasures(FREE, [command(lines(8, 40))]);
  expect(slideMeasures(FREE, [pictured(400)]).size).toBeLessThan(size);
  expect(slideMeasures(FREE, [pictured(4000)])).toEqual(slideMeasures(FREE, [pictured(400)]));
  expect(slideMeasures(FREE, [pictured(10)]).size).toBe(size);
});

test('a picture stands in its own size, or as wide as its box', () => {
  expect(pictureHeight({ width: 400, height: 300 })).toBe(300);
  expect(pictureHeight({ width: 2224, height: 1000 })).toBe(500);
});

test('what fits at no size is set at the smallest', () => {
  expect(slideMeasures(FREE, [command(lines(60, 200))])).toEqual({ size: 18, beside: false });
});

test('a long manifest stands beside what is done with it, where that makes it larger', () => {
  const apply = { what: 'command', lines: ['kubectl apply -f web.yaml'] } as const;
  const created = { what: 'output', lines: ['deployment.apps/web created'] } as const;
  expect(slideMeasures(FREE, [manifest(lines(16, 36), apply, created)]).beside).toBe(true);
  expect(slideMeasures(FREE, [manifest(lines(4, 36), apply, created)]).beside).toBe(false);
  expect(slideMeasures(FREE, [manifest(lines(16, 36))]).beside).toBe(false);
});

test('a command breaks at its spaces, a word longer than the line anywhere', () => {
  expect(wrapped('kubectl get pods', 20)).toBe(1);
  expect(wrapped('kubectl get pods', 12)).toBe(2);
  expect(wrapped('x'.repeat(25), 10)).toBe(3);
});
