import { expect, test } from 'vitest';
import { regex } from '../../../src/judge/accept/regex.ts';

test.each([
  ['\\d+ nœuds', '3 nœuds\n'],
  ['a.*c', 'a\nb\nc\n'],
  ['a|b', 'b'],
  ['\\p{Lu}é', 'Sé'],
])('/%s/ describes %j', (expected, actual) => {
  expect(regex(`${expected}\n`, actual)).toEqual({ ok: true, shown: actual });
});

test('it describes the whole output, not a part', () => {
  const reason = 'l’expression régulière ne décrit pas toute la sortie';
  expect(regex('d', 'abc')).toMatchObject({
    ok: false,
    differences: [{ line: 1, expected: 'd', actual: 'abc', reason }],
  });
  expect(regex('b', 'abc')).toMatchObject({
    ok: false,
    differences: [{ reason: `${reason}, seulement «\u00a0b\u00a0»` }],
  });
});

test.each([
  ['(a', 'Unterminated group'],
  ['a)|(b', "Unmatched ')'"],
])('an invalid one, %s, is a difference that says what is wrong with it', (expected, cause) => {
  expect(regex(expected, 'a')).toMatchObject({
    ok: false,
    differences: [{ reason: `l’expression régulière est invalide\u00a0: ${cause}` }],
  });
});
