import { UNKNOWN, type Scope } from './scope.ts';
import { keyOf, loosen, standsFor, tokenize, type Token } from './token.ts';
import type { Place } from './volatile.ts';
import { spread, type Segment } from './wildcard.ts';

/** What stands for any text in a line, or alone on a line for any lines. */
export const ELLIPSIS = '…';

const LINE: Place = { column: '', columns: [] };

/**
 * A line or the cell of a table, as `like` reads it. Two phrases without `…` agree when their keys are equal: same
 * stable text, volatile values of the same classes at the same places. So agreeing is symmetric and transitive.
 * Indentation counts (YAML); further runs of white space only separate; what trails never counts.
 */
export class Phrase {
  readonly raw: string;
  readonly elided: boolean;
  /** The white space before its text. */
  readonly indent: string;
  readonly #place: Place;
  readonly #scope: Scope;
  readonly #pieces: readonly Phrase[] | undefined;
  #text: string | undefined;
  #tokens: readonly Token[] | undefined;
  #values: ReadonlyMap<number, Token> | undefined;
  #key: string | undefined;
  #words: ReadonlySet<string> | undefined;
  #segments: readonly Segment[] | undefined;

  /**
   * @param place where it stands; a line by default
   * @param pieces the cells that it is made of, which know their columns
   */
  constructor(raw: string, scope: Scope = UNKNOWN, place: Place = LINE, pieces?: readonly Phrase[]) {
    this.raw = raw;
    this.elided = raw.includes(ELLIPSIS);
    this.indent = /^\s*(?=\S)/.exec(raw)?.[0] ?? '';
    this.#scope = scope;
    this.#place = place;
    this.#pieces = pieces?.filter(({ text }) => text !== '');
  }

  /** A part of its text, read as it is here. */
  part(text: string): Phrase {
    return new Phrase(text, this.#scope, this.#place);
  }

  /** Its text: single spaces for white space, none at the ends. */
  get text(): string {
    return (this.#text ??= this.raw.trim().replace(/\s+/g, ' '));
  }

  get tokens(): readonly Token[] {
    return (this.#tokens ??=
      this.#pieces?.flatMap(({ tokens }, index) => (index > 0 ? [{ text: ' ' }, ...tokens] : tokens)) ??
      tokenize(this.text, this.#place, this.#scope));
  }

  /** Its volatile values by their offsets in `text`. */
  get values(): ReadonlyMap<number, Token> {
    if (this.#values) return this.#values;
    let at = 0;
    const values = new Map<number, Token>();
    for (const token of this.tokens) {
      if (token.volatile) values.set(at, token);
      at += token.text.length;
    }
    return (this.#values = values);
  }

  /** The text with each volatile value replaced by its class. */
  get key(): string {
    return (this.#key ??= this.indent + keyOf(this.tokens));
  }

  /** The runs of letters and digits in the key, and the classes of its volatile values. */
  get words(): ReadonlySet<string> {
    return (this.#words ??= new Set(this.key.match(/[\p{L}\p{N}\0]+/gu)));
  }

  /** Whether `actual` may stand where the author wrote this. */
  accepts(actual: Phrase): boolean {
    if (this.elided) return this.#gapsIn(actual) !== undefined;
    return this.raw === actual.raw || this.key === actual.key;
  }

  /**
   * `actual`, which this accepts, with `…` for what the author's `…` stood for. `padded`: white space that follows
   * grows by what the text loses, so that the columns of a table stay where they are.
   */
  elide(actual: Phrase, { padded = false } = {}): string {
    let shown = actual.raw;
    if (!this.elided) return shown;
    const offsets = offsetsOf(actual.raw);
    for (const [start, end] of (this.#gapsIn(actual) ?? []).toReversed()) {
      if (start === end) continue;
      const from = start === 0 ? this.indent.length : (offsets[start] ?? shown.length);
      const to = (offsets[end - 1] ?? shown.length - 1) + 1;
      const tail = shown.slice(to);
      const pad = padded && /^\s*\s{2}\S/.test(tail) ? ' '.repeat(Math.max(0, to - from - 1)) : '';
      shown = shown.slice(0, from) + ELLIPSIS + pad + tail;
    }
    return shown;
  }

  /** The volatile values of the author's and, in their order, those of `actual`, which this accepts. */
  pairs(actual: Phrase): [Token, Token][] {
    const mine = [...this.values.values()];
    if (!this.elided) {
      const theirs = [...actual.values.values()];
      return mine.flatMap((token, index) => (theirs[index] ? [[token, theirs[index]] as [Token, Token]] : []));
    }
    const gaps = this.#gapsIn(actual) ?? [];
    const pairs: [Token, Token][] = [];
    let at = 0;
    for (const [index, segment] of this.#parts.entries()) {
      for (const token of segment) {
        const value = actual.values.get(at);
        if (token.volatile && value) pairs.push([token, value]);
        const taken = token.volatile ?? (token.loose && value && standsFor(token.text, value.text));
        at += taken ? (value?.text.length ?? 0) : token.text.length;
      }
      at = gaps[index]?.[1] ?? at;
    }
    return pairs;
  }

  #gapsIn(actual: Phrase): [number, number][] | undefined {
    const free = this.text.startsWith(ELLIPSIS);
    if (free ? !actual.indent.startsWith(this.indent) : actual.indent !== this.indent) return undefined;
    const open = this.text.endsWith(` ${ELLIPSIS}`) && /\s$/.test(actual.raw);
    const { text, values } = actual;
    return spread(this.#parts, { text: open ? `${text} ` : text, values });
  }

  /** What stands between the `…`. */
  get #parts(): readonly Segment[] {
    if (this.#segments) return this.#segments;
    const segments: Token[][] = [[]];
    for (const token of loosen(this.tokens)) {
      if (token.volatile ?? token.loose) segments.at(-1)?.push(token);
      else
        for (const [index, text] of token.text.split(ELLIPSIS).entries()) {
          if (index > 0) segments.push([]);
          if (text !== '') segments.at(-1)?.push({ text });
        }
    }
    return (this.#segments = segments);
  }
}

/** For each character of a phrase's text: its offset in the raw one. */
function offsetsOf(raw: string): number[] {
  return [...raw.matchAll(/\S+/gu)].flatMap(({ 0: run, index }) =>
    Array.from({ length: run.length + 1 }, (_, place) => index + place),
  );
}
