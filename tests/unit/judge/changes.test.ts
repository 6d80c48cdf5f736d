import { expect, test } from 'vitest';
import { changesOf } from '../../../src/judge/explain/changes.ts';
import { Phrase } from '../../../src/judge/accept/phrase.ts';
import { french } from './text.ts';

/** What differs, as « expected>actual: reason », and the printed line with `^` under it. */
function told(expected: string, actual: string): readonly [string, string] {
  const changes = changesOf(new Phrase(expected), new Phrase(actual));
  const under = changes.reduce((line, { start, end }) => line.padEnd(start) + '^'.repeat(end - start), '');
  return [changes.map(({ expected, actual, reason }) => `${expected}>${actual}: ${reason}`).join('; '), under];
}

const LOG = '127.0.0.1 - - [24/Nov/2026:11:29:50 +0000] "GET / HTTP/1.1" 200';

test.each([
  ['a number in a log, before …', `${LOG} 29 …`, `${LOG.replace('24', '25')} 16 "-" "curl"`, '29>16: texte stable'],
  ['two words', 'GET /a 200 in 12s', 'GET /b 404 in 3s', '/a 200>/b 404: texte stable'],
  ['two places', 'a b c d', 'x b c y', 'a>x: texte stable; d>y: texte stable'],
  ['after wider blanks', 'a b c', 'a    b    d', 'c>d: texte stable'],
  ['a word less', 'web condition met', 'web met', 'condition>: texte absent'],
  ['a word more', 'web met', 'web condition met', '>condition: texte en trop'],
  ['a value of another class', 'after 12s', 'after 10.0.0.1', '12s>10.0.0.1: c’est une adresse IPv4, et non une durée'],
  ['a text for a value', 'after 12s', 'after hier', '12s>hier: ce n’est pas une durée'],
  [
    'a value with spaces',
    'le Tue, 24 Nov 2026 11:19:50 GMT a',
    'le Wed, 25 Nov 2026 11:19:50 GMT b',
    'a>b: texte stable',
  ],
  ['beside … in a word over several', 'msg: deb…fin 3', 'msg: debut et fin 4', '3>4: texte stable'],
  ['the rest of a word with …', 'web-… prêt', 'api-1 prêt', 'web-…>api-1: seul peut changer « … »'],
  [
    'a part of JSON',
    '{"kind":"Scale",…,"replicas":3}',
    '{"kind":"Scale","name":"web","replicas":2}',
    '3>2: texte stable',
  ],
  ['the indentation', '  a: 1', '    a: 1', '>: retrait de 2 attendu, de 4 obtenu'],
])('%s', (_, expected, actual, changes) => {
  expect(told(expected, actual)[0]).toBe(french(changes));
});

test('offsets are those of the printed text', () => {
  expect(told('a b c', 'a    b    d')[1]).toBe('          ^');
  expect(told('{"kind":"Scale",…,"replicas":3}', '{"kind":"Scale","name":"web","replicas":2}')[1]).toBe(
    '^'.padStart(41),
  );
});

test('of a megabyte, from where to where it differs', () => {
  const long = 'un mot parmi d’autres, '.repeat(12_000);
  expect(told(`${long}rouge ${long}`, `${long}bleu ${long}`)[0]).toBe('rouge>bleu: texte stable');
});
