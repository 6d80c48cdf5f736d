import type { Phrase } from '../accept/phrase.ts';
import { keyOf, type Token } from '../accept/token.ts';

/** A piece of a phrase. */
export interface Word {
  readonly raw: string;
  /** Its offsets in the phrase's raw text. */
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  /** As a phrase's: two words without `…` agree when their keys are equal. */
  readonly key: string;
}

/** Stands for each character of a volatile value, which so is never cut, not even at its spaces. */
const VALUE = '\uE000';
const WORD = /\S+/gu;
const PART = /[\p{L}\p{N}\uE000]+|\S/gu;

/** What white space separates; `fine`: runs of letters and digits, and each other sign by itself. */
export function wordsOf({ raw, tokens }: Phrase, { fine }: { readonly fine: boolean }): Word[] {
  // The tokens' text has one space where the raw text may have several.
  const offsets = [...raw.matchAll(WORD)].flatMap(({ 0: run, index }) =>
    Array.from({ length: run.length + 1 }, (_, place) => index + place),
  );
  const shadow = tokens.map(({ text, volatile }) => (volatile ? VALUE.repeat(text.length) : text)).join('');
  const cut = cutter(tokens);
  return [...shadow.matchAll(fine ? PART : WORD)].map(({ 0: piece, index }) => {
    const start = offsets[index] ?? 0;
    const end = (offsets[index + piece.length - 1] ?? 0) + 1;
    const inside = cut(index, index + piece.length);
    return { raw: raw.slice(start, end), start, end, tokens: inside, key: keyOf(inside) };
  });
}

/** Cuts pieces out of tokens, each behind the one before. */
function cutter(tokens: readonly Token[]): (from: number, to: number) => Token[] {
  let next = 0;
  let at = 0;
  return (from, to) => {
    const inside: Token[] = [];
    for (let token = tokens[next]; token && at < to; token = tokens[next]) {
      const end = at + token.text.length;
      if (end > from) inside.push({ ...token, text: token.text.slice(Math.max(0, from - at), to - at) });
      if (end > to) break;
      at = end;
      next += 1;
    }
    return inside;
  };
}
