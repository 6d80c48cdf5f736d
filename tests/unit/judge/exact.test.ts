import { expect, test } from 'vitest';
import { exact } from '../../../src/judge/accept/exact.ts';
import { french } from './text.ts';

test('only final newlines do not count, and the printed text is shown', () => {
  expect(exact('a\nb', 'a\nb\n\n')).toEqual({ ok: true, shown: 'a\nb\n\n' });
});

test.each([
  ['an age', 'a 12s', 'a 13s', { line: 1, reason: french('avec « exact », rien ne peut changer') }],
  [
    'white space',
    'x\na  b',
    'x\na b',
    { line: 2, reason: french('seuls des blancs diffèrent, et « exact » les compte') },
  ],
  ['a missing line', 'a\nb\nc', 'a\nc', { line: 2, actual: '', reason: 'ligne absente de la sortie' }],
  ['a line too many', 'a\nc', 'a\nb\nc', { expected: '', actual: 'b', reason: 'ligne de trop dans la sortie' }],
  ['an ellipsis', '…', 'a', { expected: '…', actual: 'a' }],
])('%s counts', (_, expected, actual, difference) => {
  expect(exact(expected, actual)).toMatchObject({ ok: false, differences: [difference] });
});
