import type { Naming } from './evidence.ts';

/** What is known of each name of one side: names with the same colour have been said the same things. */
export type Colours = ReadonlyMap<string, number>;

export interface Refined {
  readonly expected: Colours;
  readonly printed: Colours;
  /** Some of what is said of the names of one side is not said of any of the other. */
  readonly agree: boolean;
  /** Of the author's: what is said of names of which nothing printed says it. */
  readonly alone: readonly Naming[];
}

const ROUNDS = 12;

/**
 * Whether names can be given to names, one to one, so that the same is said of both. By refining colours (Weisfeiler,
 * Leman): a name is what is said of it, together with the names beside it. Exact where the names that rows share form
 * no rings; linear in the text.
 */
export function refine(expected: readonly Naming[], printed: readonly Naming[]): Refined {
  let sides = [expected, printed].map((namings) => ({ namings, colours: kindsOf(namings) }));
  let count = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const numbers = new Map<string, number>();
    sides = sides.map(({ namings, colours }) => ({ namings, colours: recolour(namings, colours, numbers) }));
    if (numbers.size === count) break;
    count = numbers.size;
  }
  const [mine, theirs] = sides.map(({ namings, colours }) => namings.map((naming) => saying(naming, colours)));
  const left = new Map<string, number>();
  for (const said of theirs ?? []) left.set(said, (left.get(said) ?? 0) + 1);
  const alone = expected.filter((_, index) => {
    const said = mine?.[index] ?? '';
    const rest = left.get(said) ?? 0;
    left.set(said, rest - 1);
    return rest <= 0;
  });
  const [{ colours: first } = { colours: new Map() }, { colours: second } = { colours: new Map() }] = sides;
  return { expected: first, printed: second, agree: alone.length === 0, alone };
}

function kindsOf(namings: readonly Naming[]): Map<string, number> {
  return new Map(namings.flatMap(({ names }) => names.map((name) => [name, 0] as const)));
}

function saying({ place, names }: Naming, colours: Colours): string {
  // Which of the names are the same belongs to what is said.
  return `${place}\0${names.map((name) => `${String(colours.get(name))}:${String(names.indexOf(name))}`).join(' ')}`;
}

function recolour(namings: readonly Naming[], colours: Colours, numbers: Map<string, number>): Map<string, number> {
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const said = new Map<string, number[]>();
  for (const naming of namings) {
    const here = saying(naming, colours);
    for (const [index, name] of naming.names.entries()) {
      const list = said.get(name) ?? [];
      list.push(numberOf(`${here}\0${index}`));
      said.set(name, list);
    }
  }
  return new Map(
    [...said].map(([name, list]) => [
      name,
      numberOf(`${String(colours.get(name))}\0\0${list.sort((a, b) => a - b).join(' ')}`),
    ]),
  );
}
