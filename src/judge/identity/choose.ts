import type { Row } from '../accept/table.ts';
import type { Choice } from './evidence.ts';
import type { Refined } from './refine.ts';

/** So many rows are tried; beyond, the rows stand for any. */
const TRIES = 20_000;

/**
 * Gives each of the author's rows a printed row, so that names stand for names one to one.
 * @returns the printed rows; `unknown` where there are too many ways; undefined where there is none
 */
export function choose(choices: readonly Choice[], colours: Refined): ReadonlyMap<Row, Row> | 'unknown' | undefined {
  const open = choices
    .map((choice) => ({
      ...choice,
      among: choice.among.filter(({ names }) =>
        choice.names.every((name, index) => colours.expected.get(name) === colours.printed.get(names[index] ?? '')),
      ),
    }))
    .sort((a, b) => a.among.length - b.among.length);
  const forth = new Map<string, string>();
  const back = new Map<string, string>();
  const taken = new Map<Row, Row>();
  const places = open.map(() => 0);
  const undo: (() => void)[] = [];
  let depth = 0;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const choice = open[depth];
    if (!choice) return new Map([...taken].map(([row, author]) => [author, row]));
    const option = choice.among[places[depth] ?? 0];
    if (!option) {
      places[depth] = 0;
      depth -= 1;
      if (depth < 0) return undefined;
      undo.pop()?.();
      places[depth] = (places[depth] ?? 0) + 1;
      continue;
    }
    const back1 = taken.has(option.row) ? undefined : bind(choice.names, option.names, forth, back);
    if (!back1) {
      places[depth] = (places[depth] ?? 0) + 1;
      continue;
    }
    taken.set(option.row, choice.row);
    undo.push(() => {
      back1();
      taken.delete(option.row);
    });
    depth += 1;
  }
  return 'unknown';
}

/** Binds names to names. Returns what unbinds them, or undefined where one of them stands for another already. */
function bind(
  names: readonly string[],
  others: readonly string[],
  forth: Map<string, string>,
  back: Map<string, string>,
): (() => void) | undefined {
  const fresh: [string, string][] = [];
  const unbind = (): void => {
    for (const [name, other] of fresh) {
      forth.delete(name);
      back.delete(other);
    }
  };
  for (const [index, name] of names.entries()) {
    const other = others[index] ?? '';
    const [known, owner] = [forth.get(name), back.get(other)];
    if (known === other && owner === name) continue;
    if (known !== undefined || owner !== undefined) {
      unbind();
      return undefined;
    }
    forth.set(name, other);
    back.set(other, name);
    fresh.push([name, other]);
  }
  return unbind;
}
