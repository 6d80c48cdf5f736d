import type { Laying, Placed } from '../accept/laying.ts';
import type { Phrase } from '../accept/phrase.ts';
import { rowAccepts } from '../accept/row.ts';
import type { Row, Table } from '../accept/table.ts';
import type { Token } from '../accept/token.ts';

/** A line or row, or a word of one, that names things. */
export interface Naming {
  /** What it says of them, and where: those with the same place may stand for each other. */
  readonly place: string;
  /** The names, in order. */
  readonly names: readonly string[];
  /** Line of the author's text, from 0. */
  readonly line: number;
}

/** A row of the author's that one of several printed rows stands for. */
export interface Choice {
  readonly names: readonly string[];
  readonly line: number;
  /** The printed rows, each with its names in the same order. */
  readonly among: readonly { readonly row: Row; readonly names: readonly string[] }[];
  readonly row: Row;
}

/** What an accepted output says about which name stands for which. */
export interface Evidence {
  readonly expected: readonly Naming[];
  readonly printed: readonly Naming[];
  readonly choices: readonly Choice[];
}

/** Words of a line: what may be listed in any order. */
const WORD = /[^\s,;"'()[\]{}=|]+/gu;
/** With more rows than this to choose from, none is chosen. */
const MANY = 200;

/**
 * What an output that was found to match says.
 * @param output tells it from others: an address is the same in one output only
 */
export function evidenceOf({ authored, covers }: Laying, lines: readonly { text: Phrase }[], output: string): Evidence {
  const expected: Naming[] = [];
  const printed: Naming[] = [];
  const choices: Choice[] = [];
  const add = (mine: Phrase, theirs: Phrase, place: string, line: number): void => {
    const named = namingOf(mine, theirs, `${output}|${place}`, output);
    for (const { place, pairs } of named) {
      expected.push({ place, line, names: pairs.map(([name]) => name) });
      printed.push({ place, line, names: pairs.map(([, name]) => name) });
    }
  };
  for (const { first, from, fit } of covers) {
    const line = authored.lines[first];
    const found = lines[from]?.text;
    if (!line || line === 'gap' || !found) continue;
    if (!fit?.rows) {
      add(line.text, found, `ligne ${line.text.elided ? line.text.raw : line.text.key}`, line.line);
      continue;
    }
    const table = authored.tables.get(line.line);
    const { open, pairs, chains } = readRows(fit, table);
    for (const [author, row] of pairs) {
      if (open && author.free) choices.push(...choicesOf(author, fit, output));
      else
        add(
          author.text,
          row.text,
          `tableau ${line.line} ${String(chains.get(author))} ${author.text.key}`,
          author.line,
        );
    }
  }
  return { expected, printed, choices };
}

function readRows({ rows = new Map() }: Placed, table: Table | undefined) {
  const pairs = [...rows].flatMap(([row, author]) => (typeof author === 'string' ? [] : [[author, row] as const]));
  const authors = pairs.map(([author]) => author);
  const seen = new Map<string, number>();
  const chains = new Map<Row, number>();
  for (const author of authors.toSorted((a, b) => a.line - b.line)) {
    const { name = '' } = author;
    chains.set(author, seen.get(name) ?? 0);
    seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  const open = (table?.rows.includes('gap') ?? false) || authors.some(({ free, text }) => free && text.elided);
  return { open, pairs, chains };
}

function choicesOf(author: Row, { rows = new Map() }: Placed, output: string): Choice[] {
  const found = [...rows.keys()];
  if (found.length > MANY) return [];
  const among = found
    .filter((row) => rowAccepts(author, row))
    .map((row) => ({ row, pairs: pairsOf(author, row, output) }));
  const names = among[0]?.pairs.map(([name]) => name) ?? [];
  if (names.length === 0) return [];
  const options = among.map(({ row, pairs }) => ({ row, names: pairs.map(([, name]) => name) }));
  return [{ names, line: author.line, row: author, among: options }];
}

function pairsOf(author: Row, row: Row, output: string): [string, string][] {
  const cells = author.cells?.length === row.cells?.length ? author.cells : undefined;
  const phrases = cells?.map(({ phrase }, column) => [phrase, row.cells?.[column]?.phrase ?? phrase] as const) ?? [
    [author.text, row.text] as const,
  ];
  return phrases.flatMap(([mine, theirs]) => mine.pairs(theirs).flatMap((pair) => named(pair, output)));
}

interface Named {
  readonly place: string;
  readonly pairs: readonly [string, string][];
}

/** The names in a line: together, but for words that say the same, which have no order. */
function namingOf(mine: Phrase, theirs: Phrase, place: string, output: string): Named[] {
  const pairs = mine.pairs(theirs);
  if (pairs.every(([{ identity }]) => identity === undefined)) return [];
  const classes = new Set(pairs.map(([{ volatile }]) => volatile?.name));
  if (classes.size === pairs.length) {
    // No two words can say the same.
    const whole = pairs.flatMap((pair) => named(pair, output));
    return whole.length > 0 ? [{ place, pairs: whole }] : [];
  }
  if (pairs.length > MANY) {
    return pairs.flatMap((pair) => {
      const found = named(pair, output);
      return found.length > 0 ? [{ place: `${place}|mot ${pair[0].volatile?.name ?? ''}`, pairs: found }] : [];
    });
  }
  const starts = [...mine.values.keys()];
  const words = mine.elided ? [] : wordsOf(mine);
  const groups = pairs.map(([token], index) => {
    const word = words.find(({ from, to }) => from <= (starts[index] ?? -1) && (starts[index] ?? -1) < to);
    return mine.elided ? (token.volatile?.name ?? '') : (word?.key ?? '');
  });
  const wordOf = (index: number): number => words.findIndex(({ to }) => (starts[index] ?? 0) < to);
  const whole: [string, string][] = [];
  const apart = new Map<string, Named>();
  for (const [index, pair] of pairs.entries()) {
    const group = groups[index] ?? '';
    const repeated = groups.some(
      (other, at) => other === group && (mine.elided ? at !== index : wordOf(at) !== wordOf(index)),
    );
    const found = named(pair, output);
    if (!repeated) whole.push(...found);
    else {
      const id = mine.elided ? String(index) : `${String(wordOf(index))}`;
      apart.set(id, { place: `${place}|mot ${group}`, pairs: [...(apart.get(id)?.pairs ?? []), ...found] });
    }
  }
  return [{ place, pairs: whole }, ...apart.values()].filter(({ pairs }) => pairs.length > 0);
}

function wordsOf(phrase: Phrase): { from: number; to: number; key: string }[] {
  // As long as the text, with the class in the place of each value: words that say the same then read the same.
  let shadow = '';
  for (const { text, volatile } of phrase.tokens) shadow += volatile ? '\uE000'.repeat(text.length) : text;
  return [...shadow.matchAll(WORD)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    key: word.replace(/\uE000+/g, '\uE000'),
  }));
}

function named([mine, theirs]: [Token, Token], output: string): [string, string][] {
  if (mine.identity === undefined || theirs.identity === undefined) return [];
  const suffix = mine.volatile?.identity === 'output' ? `\0${output}` : '';
  return [[mine.identity + suffix, theirs.identity + suffix]];
}
