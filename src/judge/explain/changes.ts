import { align } from './align.ts';
import { ELLIPSIS, type Phrase } from '../accept/phrase.ts';
import { reasonFor } from './reason.ts';
import { wordsOf, type Word } from './words.ts';

/** Words of a line or cell that differ although they may not. */
export interface Change {
  readonly expected: string;
  readonly actual: string;
  readonly reason: string;
  /** Offsets in the printed text. */
  readonly start: number;
  readonly end: number;
  /** Offsets in the author's. */
  readonly from: number;
  readonly to: number;
}

interface Context {
  /** Title of the column of a table. */
  readonly column?: string | undefined;
}

interface Sides extends Context {
  readonly expected: Phrase;
  readonly actual: Phrase;
}

/** A word longer than this is compared part by part: JSON is one word. */
const LONG = 24;
/** Of longer texts, only from where to where they differ is told. */
const READABLE = 400_000;
/** So much of them is quoted. */
const QUOTED = 200;
/** With more changes than this, parts of words say less than words. */
const MANY = 3;
/** So many words a word with `…` is tried on. */
const REACH = 12;
/** Of two words that differ, side by side; less than a word alone costs, which `…` could hide. */
const OTHER = 0.7;

/** What keeps `expected` from accepting `actual`, in the order of the text: at least one change. */
export function changesOf(expected: Phrase, actual: Phrase, { column }: Context = {}): Change[] {
  const sides = { expected, actual, column };
  if (!expected.elided && expected.raw.length + actual.raw.length > READABLE) return [longChange(sides)];
  const words = wordChanges(sides, { fine: false });
  const long = words.some(({ expected, actual }) => expected.length > LONG && actual.length > LONG);
  const parts = long ? wordChanges(sides, { fine: true }) : [];
  const found = parts.length > 0 && parts.length <= MANY ? parts : words;
  const changes = [...indentChange(sides), ...found];
  return changes.length > 0 ? changes : [wholeChange(sides)];
}

function wordChanges(sides: Sides, reading: { readonly fine: boolean }): Change[] {
  const { expected, actual, column } = sides;
  const wanted = wordsOf(expected, reading);
  const found = wordsOf(actual, reading);
  const steps = align(
    wanted.map((word) => (word.raw === ELLIPSIS ? 'gap' : word)),
    found.length,
    { size: () => 1, pair: (word, place) => pair(word, place, { ...sides, found }) },
  );
  const changes: Change[] = [];
  let missing: Word[] = [];
  let surplus: Word[] = [];
  const close = (next: number, nextAuthor: number): void => {
    if (missing.length === 0 && surplus.length === 0) return;
    const at = surplus[0]?.start ?? found[next]?.start ?? actual.raw.length;
    changes.push({
      expected: textOf(missing, expected.raw),
      actual: textOf(surplus, actual.raw),
      reason: reasonFor(missing, surplus, { column }),
      start: at,
      end: surplus.at(-1)?.end ?? at,
      from: missing[0]?.start ?? wanted[nextAuthor]?.start ?? expected.raw.trimEnd().length,
      to: missing.at(-1)?.end ?? wanted[nextAuthor]?.start ?? expected.raw.trimEnd().length,
    });
    missing = [];
    surplus = [];
  };
  let author = 0;
  for (const { item, from, to } of steps) {
    const agree = typeof item === 'object' && from < to && pair(item, from, { ...sides, found }).cost === 0;
    if (agree || typeof item === 'string') {
      close(from, author);
    } else {
      if (item) missing.push(item);
      surplus.push(...found.slice(from, to));
    }
    if (item !== undefined) author += 1;
  }
  close(found.length, wanted.length);
  return changes;
}

/** A word beside the one at a place; one with `…` beside as many as it takes. */
function pair(
  word: Word,
  place: number,
  { expected, actual, found }: Sides & { readonly found: readonly Word[] },
): { readonly cost: number; readonly lines: number } {
  if (!word.raw.includes(ELLIPSIS)) return { cost: word.key === found[place]?.key ? 0 : OTHER, lines: 1 };
  const phrase = expected.part(word.raw);
  for (let count = 1; count <= REACH && place + count <= found.length; count += 1) {
    if (phrase.accepts(actual.part(textOf(found.slice(place, place + count), actual.raw)))) {
      return { cost: 0, lines: count };
    }
  }
  return { cost: OTHER, lines: 1 };
}

function textOf(words: readonly Word[], raw: string): string {
  return raw.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
}

function indentChange({ expected, actual }: Sides): Change[] {
  const [wanted, found] = [expected.indent, actual.indent];
  if (wanted === found) return [];
  const reason =
    wanted.length === found.length
      ? 'le retrait n’est pas fait des mêmes caractères'
      : `retrait de ${String(wanted.length)} attendu, de ${String(found.length)} obtenu`;
  return [{ expected: '', actual: '', reason, start: 0, end: found.length, from: 0, to: wanted.length }];
}

/** From the first word that differs in its characters to the last one. */
function longChange({ expected, actual, column }: Sides): Change {
  const [mine, theirs] = [expected.raw.trimEnd(), actual.raw.trimEnd()];
  const shorter = Math.min(mine.length, theirs.length);
  let head = 0;
  while (head < shorter && mine[head] === theirs[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && mine[mine.length - 1 - tail] === theirs[theirs.length - 1 - tail]) tail += 1;
  while (head > 0 && /\S/.test(mine[head - 1] ?? '')) head -= 1;
  while (tail > 0 && /\S/.test(mine[mine.length - tail] ?? '')) tail -= 1;
  const [to, end] = [mine.length - tail, theirs.length - tail];
  const reason = column === undefined ? 'texte stable' : 'valeur stable';
  return {
    expected: shorten(mine.slice(head, to)),
    actual: shorten(theirs.slice(head, end)),
    reason,
    start: head,
    end,
    from: head,
    to,
  };
}

function shorten(text: string): string {
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}${ELLIPSIS}` : text;
}

/** Where no word differs by itself. */
function wholeChange({ expected, actual, column }: Sides): Change {
  const [wanted, found] = [expected, actual].map((phrase) => wordsOf(phrase, { fine: false }));
  return {
    expected: expected.raw.trim(),
    actual: actual.raw.trim(),
    reason: reasonFor(wanted ?? [], found ?? [], { column }),
    start: actual.indent.length,
    end: actual.raw.trimEnd().length,
    from: expected.indent.length,
    to: expected.raw.trimEnd().length,
  };
}
