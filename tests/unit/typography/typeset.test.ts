import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeset } from '../../../src/typography/typeset.ts';

const N = '\u202F';
const W = '\u00A0';

describe('typeset', () => {
  it.each([
    ['Pourquoi ? Parce que !', `Pourquoi${N}? Parce que${N}!`],
    ['Pourquoi? Comment!', `Pourquoi${N}? Comment${N}!`],
    ['Un Pod : une unité ; rien de plus', `Un Pod${W}: une unité${N}; rien de plus`],
    ['le « Pod »', `le «${W}Pod${W}»`],
    ['le «Pod»', `le «${W}Pod${W}»`],
    ["l'API d'un cluster, aujourd'hui", 'l’API d’un cluster, aujourd’hui'],
    ['et ensuite...', 'et ensuite…'],
    ['en 14 s, 5 Mo, 30 %', `en 14${W}s, 5${W}Mo, 30${W}%`],
    ['10 000 Pods', `10${N}000 Pods`],
    [' : suite après du code', `${W}: suite après du code`],
    ['avant du code « ', `avant du code «${W}`],
  ])('sets « %s »', (text, expected) => expect(typeset(text)).toBe(expected));

  it.each(['https://exemple.fr/?q=1 et la suite', 'nginx:1.30', '12:30', '3 services', 'http://a.fr:80/;x'])(
    'leaves « %s » alone',
    (text) => expect(typeset(text)).toBe(text),
  );

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab1 :;!?«».'\u00A0\u202F/") }), (text) => {
        expect(typeset(typeset(text))).toBe(typeset(text));
      }),
    );
  });
});
