import { expect, test } from 'vitest';
import { layOut } from '../../../src/judge/accept/ellipsis.ts';

/** Letters stand for themselves, `AB` for two lines, `_` for a gap. */
function lay(items: string, lines: string): string | undefined {
  const parsed = items.split(' ').map((text) => (text === '_' ? ('gap' as const) : { text }));
  const covers = layOut(parsed, lines.length, ({ text }, line) =>
    lines.startsWith(text, line) ? [{ items: 1, lines: text.length }] : [],
  );
  return covers?.map(({ from, to }) => lines.slice(from, to)).join('|');
}

test.each([
  ['a b', 'ab', 'a|b'],
  ['a _ c', 'abbc', 'a|bb|c'],
  ['_ a _', 'aa', '|a|a'],
  ['_ ab', 'aab', 'a|ab'],
  ['_ a b _', 'acabc', 'ac|a|b|c'],
  ['_', '', ''],
])('%s over %j is %j', (items, lines, covers) => {
  expect(lay(items, lines)).toBe(covers);
});

test.each([
  ['a', 'ab'],
  ['a b', 'a'],
  ['_ a', 'ab'],
  ['a _ a', 'a'],
])('%s does not go over %j', (items, lines) => {
  expect(lay(items, lines)).toBeUndefined();
});

test('many lines between many gaps take no exponential time', () => {
  const items = Array.from({ length: 20 }, () => '_ a').join(' ');
  expect(lay(`${items} b`, 'a'.repeat(500))).toBeUndefined();
});
