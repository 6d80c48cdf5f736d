import { expect, test } from 'vitest';
import { interpret } from '../../../../src/drawing/mermaid/interpret.ts';
import { leaf } from './marks.ts';

test.each([
  ['rect', 'basic label-container < node default pod nodes', 'box', 'pod'],
  ['rect', ' < cluster noeud clusters', 'frame', 'noeud'],
  ['path', 'edge-pattern-solid flowchart-link < edges', 'edge', undefined],
  ['path', 'transition < edges', 'edge', undefined],
  ['line', 'messageLine1 < ', 'edge', undefined],
  ['rect', 'actor actor-top < ', 'box', undefined],
  ['line', 'actor-line < ', 'lifeline', undefined],
  ['rect', 'note < ', 'note', undefined],
  ['line', 'loopLine < ', 'loop', undefined],
] as const)('mermaid’s %s of class « %s » is a mark: %s', (tag, classes, role, kind) => {
  expect(interpret([leaf(tag, classes, { owner: 0 })])).toMatchObject([{ role, kind }]);
});

test('dotted links and answers of a sequence are dashed', () => {
  const marks = interpret([leaf('path', 'edge-pattern-dotted flowchart-link'), leaf('line', 'messageLine1')]);
  expect(marks.map(({ dashed }) => dashed)).toEqual([true, true]);
});

test('a label is centred on its box, wherever mermaid put it', () => {
  const box = { x: 100, y: 50, width: 200, height: 60 };
  const marks = interpret([
    leaf('rect', ' < node', { owner: 3, box }),
    leaf('text', ' < label node', { owner: 3, text: 'Pending', box: { x: 104, y: 70, width: 80, height: 20 } }),
  ]);
  expect(marks[1]).toMatchObject({ role: 'label', anchor: 'middle', x: 200, y: 80, text: 'Pending' });
});

test('the second row of participants is left out, and lifelines end below the last message', () => {
  const lifeline = leaf('line', 'actor-line', { box: { x: 5, y: 40, width: 0, height: 2000 } });
  const message = leaf('line', 'messageLine0', { box: { x: 5, y: 90, width: 80, height: 0 } });
  const marks = interpret([lifeline, message, leaf('rect', 'actor actor-bottom'), leaf('text', 'actor actor-box')]);
  expect(marks.map(({ role }) => role)).toEqual(['lifeline', 'edge']);
  expect(marks[0]).toMatchObject({ d: 'M5,40L5,106' });
});

test('a shape that mermaid draws as a path of dozens of points is a pill again', () => {
  const d = `M0 0 ${'C1 1, 2 2, 3 3 '.repeat(50)}`;
  expect(interpret([leaf('path', ' < outer-path node externe', { attributes: { d } })])).toMatchObject([
    { shape: 'rect', radius: 20, kind: 'externe' },
  ]);
});

test('the plate behind an arrow’s label takes the colour of the frame it lies in', () => {
  const frame = leaf('rect', ' < cluster pod', { owner: 0, box: { x: 0, y: 0, width: 400, height: 300 } });
  const inside = leaf('text', ' < edgeLabel', { text: 'lit', box: { x: 100, y: 100, width: 30, height: 20 } });
  const outside = leaf('text', ' < edgeLabel', { text: 'lit', box: { x: 500, y: 100, width: 30, height: 20 } });
  const plates = interpret([frame, inside, outside]).filter(({ role }) => role === 'plate');
  expect(plates.map(({ kind }) => kind)).toEqual(['pod', undefined]);
});

test('the frames of a sequence are named in French', () => {
  const marks = interpret([leaf('text', 'labelText', { text: 'loop' }), leaf('text', 'labelText', { text: 'alt' })]);
  expect(marks).toMatchObject([{ text: 'boucle' }, { text: 'selon' }]);
});
