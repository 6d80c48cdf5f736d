import type { Row } from '../accept/table.ts';
import { choose } from './choose.ts';
import type { Evidence, Naming } from './evidence.ts';
import { refine } from './refine.ts';

/** Why names cannot stand for names. Texts are French. */
export interface Conflict {
  /** Line of the author's text, from 0. */
  readonly line: number;
  readonly message: string;
}

/**
 * Which of the author's names stands for which printed one, throughout a lesson: the same for the same, different ones
 * for different ones. What several rows leave open stays open until another output decides it.
 */
export class Identities {
  readonly #accepted: Evidence[] = [];

  /**
   * Whether an output can be true with all that was accepted before it.
   * @returns the printed row of each of the author's rows that had a choice; or why it cannot
   */
  consider(evidence: Evidence): { readonly rows: ReadonlyMap<Row, Row> } | Conflict {
    const all = [...this.#accepted, evidence];
    const expected = all.flatMap(({ expected }) => expected);
    const printed = all.flatMap(({ printed }) => printed);
    const refined = refine(expected, printed);
    if (!refined.agree) {
      const line =
        (evidence.expected.find((naming) => refined.alone.includes(naming)) ?? evidence.expected[0])?.line ?? 0;
      return direct(all, evidence) ?? { line, message: general(this.#accepted, evidence) };
    }
    const choices = all.flatMap(({ choices }) => choices);
    const rows = choose(choices, refined);
    if (rows) return { rows: rows === 'unknown' ? new Map() : rows };
    const line = evidence.choices[0]?.line ?? evidence.expected[0]?.line ?? 0;
    return { line, message: general(this.#accepted, evidence) };
  }

  accept(evidence: Evidence): void {
    this.#accepted.push(evidence);
  }
}

/** A name that stands for two, or two that stand for one, where each was said without a choice. */
function direct(all: readonly Evidence[], last: Evidence): Conflict | undefined {
  const forth = new Map<string, string>();
  const back = new Map<string, string>();
  for (const evidence of all) {
    const counts = new Map<string, number>();
    for (const { place } of evidence.expected) counts.set(place, (counts.get(place) ?? 0) + 1);
    for (const [index, { place, names, line }] of evidence.expected.entries()) {
      if (counts.get(place) !== 1) continue;
      for (const [at, name] of names.entries()) {
        const other = evidence.printed[index]?.names[at] ?? '';
        const [known, owner] = [forth.get(name), back.get(other)];
        if (evidence === last && known !== undefined && known !== other)
          return { line, message: changed(name, known, other) };
        if (evidence === last && owner !== undefined && owner !== name)
          return { line, message: kept(owner, name, other) };
        forth.set(name, other);
        back.set(other, name);
      }
    }
  }
  return undefined;
}

function changed(name: string, before: string, now: string): string {
  return (
    `${quote(name)} est attendu comme plus haut, mais ${quote(before)} est devenu ${quote(now)}\n` +
    '  → si l’objet est un autre, attendez ici un autre nom que plus haut'
  );
}

function kept(before: string, name: string, printed: string): string {
  return (
    `${quote(before)} et ${quote(name)} sont attendus différents, mais ${quote(printed)} est affiché pour les deux\n` +
    '  → si l’objet est le même, attendez ici le même nom que plus haut'
  );
}

function general(before: readonly Evidence[], { expected, printed, choices }: Evidence): string {
  const known = (namings: readonly Naming[], names: Iterable<string>): number => {
    const seen = new Set(namings.flatMap((naming) => naming.names));
    return [...new Set(names)].filter((name) => seen.has(name)).length;
  };
  const mine = new Set([...expected, ...choices].flatMap(({ names }) => names));
  const theirs = new Set(printed.flatMap(({ names }) => names));
  const counts =
    choices.length > 0
      ? ''
      : ` (${nombre(mine.size)} ici, dont ${String(
          known(
            before.flatMap((one) => one.expected),
            mine,
          ),
        )} déjà plus haut\u00a0; ` +
        `affichés\u00a0: ${nombre(theirs.size)}, dont ${String(
          known(
            before.flatMap((one) => one.printed),
            theirs,
          ),
        )} déjà plus haut)`;
  return (
    `les noms et adresses attendus ne correspondent pas un à un à ceux qui sont affichés${counts}\n` +
    '  → un même nom attendu vaut un même nom affiché dans toute la leçon, deux noms différents, deux noms différents\u00a0; une adresse, dans une même sortie'
  );
}

function nombre(count: number): string {
  return `${String(count)} différent${count > 1 ? 's' : ''}`;
}

/** Without what tells its kind and its output. */
function quote(name: string): string {
  return `«\u00a0${name.replace(/^\w+ /, '').replace(/\0.*/s, '')}\u00a0»`;
}
