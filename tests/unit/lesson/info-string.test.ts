import { expect, test } from 'vitest';
import { parseInfoString } from '../../../src/lesson/info-string.ts';

test('reads words, values, and values with spaces', () => {
  expect(parseInfoString(`apply id=a skip="pas ici" review='x y'`).attributes).toEqual([
    { key: 'apply', offset: 0 },
    { key: 'id', value: 'a', offset: 6 },
    { key: 'skip', value: 'pas ici', offset: 11 },
    { key: 'review', value: 'x y', offset: 26 },
  ]);
});

test.each(['id="a', 'id=', '=a', 'a,b'])('gives back what it cannot read: %s', (text) => {
  expect(parseInfoString(text).rest).not.toBe('');
});
