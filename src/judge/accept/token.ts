import type { Scope } from './scope.ts';
import { VOLATILE, type Place, type VolatileClass } from './volatile.ts';

/** A piece of text: a value of a class, or stable text. */
export interface Token {
  readonly text: string;
  readonly volatile?: VolatileClass;
  /** Text whose shape says what it is, where `…` hides what would say so: it may also stand for such a value. */
  readonly loose?: true;
  /** Of a value that has one: what is the same as long as it is the same. */
  readonly identity?: string;
  /** The author typed it in his lesson; it would be a value of a class otherwise. */
  readonly typed?: boolean;
}

/** The classes that count somewhere, and one expression for them all: a group each, in their order. */
interface Reader {
  readonly classes: readonly VolatileClass[];
  readonly expression: RegExp;
}

const readers = new Map<string, Reader>();
/** What was read in a place: the cells of a column are often the same. */
interface Memory {
  readonly reader: Reader;
  readonly tokens: Map<string, readonly Token[]>;
}
const memories = new WeakMap<Scope, WeakMap<Place, Memory>>();
/** So many short texts are remembered of a place. */
const REMEMBERED = 1000;
const SHORT = 40;
/** Without any of these, a text has no volatile value. It only saves time. */
const HINT = /\d|-[b-z]{5}|[b-z]{5}$|\/tmp\/|[Aa]bout an?|[Ll]ess than/;
/** A duration as Kubernetes prints it, with its repetitions, or a time of day. */
const SHAPE = /^(?:(?:\d+(?:\.\d+)?(?:y|d|h|m|s|ms|µs))+(?: \(x\d+ over \w+\))?|\d\d:\d\d:\d\d(?:[.,]\d+)?)$/u;
/** The characters of a name, and how many it has at most. */
const NAME = /[a-z0-9.-]/;
const LONGEST = 253;

function readerFor(place: Place, scope: Scope): Reader {
  const counts = VOLATILE.map(({ where }) => where?.(place, scope) ?? true);
  const id = counts.map(Number).join('');
  const known = readers.get(id);
  if (known) return known;
  const classes = VOLATILE.filter((_, index) => counts[index]);
  const expression = new RegExp(classes.map(({ pattern }) => `(${pattern.source})`).join('|'), 'gu');
  readers.set(id, { classes, expression });
  return { classes, expression };
}

function memoryOf(place: Place, scope: Scope): Memory {
  const places = memories.get(scope) ?? new WeakMap<Place, Memory>();
  memories.set(scope, places);
  const memory = places.get(place) ?? { reader: readerFor(place, scope), tokens: new Map<string, readonly Token[]>() };
  places.set(place, memory);
  return memory;
}

/** Cuts a text, whose white space is single spaces, into its volatile values and what stands between them. */
export function tokenize(text: string, place: Place, scope: Scope): readonly Token[] {
  if (!HINT.test(text)) return text === '' ? [] : [{ text }];
  const { reader, tokens } = memoryOf(place, scope);
  const known = tokens.get(text);
  if (known) return known;
  const read = readTokens(text, reader, scope);
  if (text.length <= SHORT && tokens.size < REMEMBERED) tokens.set(text, read);
  return read;
}

function readTokens(text: string, { classes, expression }: Reader, scope: Scope): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  // Not `matchAll`, which makes the expression anew for each text.
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    const { 0: value, index } = match;
    const volatile = classes[match.indexOf(value, 1) - 1];
    if (value === '') expression.lastIndex += 1;
    if (!volatile || value === '') continue;
    const name = volatile.naming ? nameAround(text, index, index + value.length) : value;
    if (index > from) tokens.push({ text: text.slice(from, index) });
    const typed = !volatile.measured && (scope.typed.has(value) || scope.typed.has(name));
    if (typed) tokens.push({ text: value, typed });
    else tokens.push({ text: value, volatile, ...identityOf(volatile, value, text.slice(0, index)) });
    from = index + value.length;
  }
  if (from < text.length) tokens.push({ text: text.slice(from) });
  return tokens;
}

/** Of an author's elided text: the words of it that could be durations or times of day, cut out. */
export function loosen(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    if (token.volatile) return [token];
    const words = token.text
      .split(/(?<= )|(?= )/)
      .map((text) => (SHAPE.test(text) ? { text, loose: true as const } : { text }));
    return words.reduce<Token[]>((joined, word) => {
      const last = joined.at(-1);
      if (!last || last.loose || 'loose' in word) return [...joined, word];
      return joined.with(-1, { text: last.text + word.text });
    }, []);
  });
}

/** Whether a loose text may stand for a value: both are durations, or both times of day. */
export function standsFor(text: string, value: string): boolean {
  return text.includes(':') === value.includes(':') && SHAPE.test(value);
}

/** Tokens with each volatile value replaced by its class. */
export function keyOf(tokens: readonly Token[]): string {
  return tokens.map(({ text, volatile }) => (volatile ? `\0${volatile.name}\0` : text)).join('');
}

function identityOf(
  { name, identity, identified }: VolatileClass,
  value: string,
  before: string,
): { identity?: string } {
  if (!identity) return {};
  if (identified === 'prefix') return { identity: `id ${value.slice(0, 12)}` };
  if (identified !== 'name') return { identity: `${name} ${value}` };
  return { identity: `nom ${before.slice(nameStart(before, before.length))}${value}` };
}

function nameAround(text: string, start: number, end: number): string {
  let to = end;
  while (to < text.length && to - end < LONGEST && NAME.test(text[to] ?? '')) to += 1;
  return text.slice(nameStart(text, start), to).replace(/[.-]+$/, '');
}

function nameStart(text: string, end: number): number {
  let from = end;
  while (from > 0 && end - from < LONGEST && NAME.test(text[from - 1] ?? '')) from -= 1;
  return from;
}
