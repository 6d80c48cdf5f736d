import { standsFor, type Token } from './token.ts';

/** A run of tokens that an author wrote between two `…`: texts, and values of classes. */
export type Segment = readonly Token[];

/** What is searched: a text, and its tokens by their offsets. */
export interface Searched {
  readonly text: string;
  readonly values: ReadonlyMap<number, Token>;
}

/** From this length on, a text is searched by a table of its own repetitions: `indexOf` may take their product. */
const PERIODIC = 256;

/**
 * Finds segments one behind the other, the first at the start and the last at the end of a text, in time linear in it.
 * The topmost places are right: what lies between them may be anything.
 * @returns for each `…` between two segments, what it stands for, as offsets; undefined where they do not fit
 */
export function spread(segments: readonly Segment[], searched: Searched): [number, number][] | undefined {
  const [first = [], ...others] = segments;
  let at = endOf(first, searched, 0);
  if (at === undefined) return undefined;
  const gaps: [number, number][] = [];
  for (const [index, segment] of others.entries()) {
    const last = index === others.length - 1;
    const start: number | undefined = (last ? lastPlace : nextPlace)(segment, searched, at);
    if (start === undefined) return undefined;
    gaps.push([at, start]);
    at = endOf(segment, searched, start) ?? at;
  }
  return at === searched.text.length ? gaps : undefined;
}

/** Where a segment ends that starts at a place. */
function endOf(segment: Segment, { text, values }: Searched, start: number): number | undefined {
  let at = start;
  for (const part of segment) {
    const value = values.get(at);
    if (part.volatile) {
      if (value?.volatile?.name !== part.volatile.name) return undefined;
      at += value.text.length;
    } else if (part.loose && value && standsFor(part.text, value.text)) {
      at += value.text.length;
    } else {
      if (!text.startsWith(part.text, at)) return undefined;
      at += part.text.length;
    }
  }
  return at;
}

function nextPlace(segment: Segment, searched: Searched, from: number): number | undefined {
  const [part] = segment;
  if (!part) return from;
  if (part.volatile || part.loose) {
    for (const start of startsOf(part, searched, from)) {
      if (endOf(segment, searched, start) !== undefined) return start;
    }
    return undefined;
  }
  for (const start of placesOf(part.text, searched.text, from)) {
    if (endOf(segment, searched, start) !== undefined) return start;
  }
  return undefined;
}

function startsOf({ text, loose }: Token, searched: Searched, from: number): number[] {
  const starts = [...searched.values.keys()].filter((start) => start >= from);
  return loose ? [...starts, ...placesOf(text, searched.text, from)].sort((a, b) => a - b) : starts;
}

/** The place from which a segment runs to the end of the text. */
function lastPlace(segment: Segment, searched: Searched, from: number): number | undefined {
  const { text, values } = searched;
  if (segment.length === 0) return text.length;
  const ends = new Map([...values].map(([start, { text }]) => [start + text.length, start]));
  let at = text.length;
  for (const part of segment.toReversed()) {
    const value = part.loose ? values.get(ends.get(at) ?? -1) : undefined;
    const asValue = part.volatile ?? (value && standsFor(part.text, value.text));
    const start = asValue ? ends.get(at) : at - part.text.length;
    if (start === undefined || start < from) return undefined;
    at = start;
  }
  return endOf(segment, searched, at) === text.length ? at : undefined;
}

function* placesOf(needle: string, text: string, from: number): Generator<number> {
  if (needle.length < PERIODIC) {
    for (let at = text.indexOf(needle, from); at >= 0; at = text.indexOf(needle, at + 1)) yield at;
    return;
  }
  const borders = bordersOf(needle);
  let matched = 0;
  for (let at = from; at < text.length; at += 1) {
    while (matched > 0 && (matched === needle.length || needle[matched] !== text[at]))
      matched = borders[matched - 1] ?? 0;
    if (needle[matched] === text[at]) matched += 1;
    if (matched === needle.length) yield at + 1 - needle.length;
  }
}

/** For each start of a text: how long its longest border is. (Knuth, Morris, Pratt.) */
function bordersOf(text: string): Int32Array {
  const borders = new Int32Array(text.length);
  let length = 0;
  for (let at = 1; at < text.length; at += 1) {
    while (length > 0 && text[at] !== text[length]) length = borders[length - 1] ?? 0;
    if (text[at] === text[length]) length += 1;
    borders[at] = length;
  }
  return borders;
}
