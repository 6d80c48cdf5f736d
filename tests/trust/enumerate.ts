import type { Lesson, Snippet } from '../../src/lesson/types.ts';
import type { LineOperator, Mutant } from './mutant.ts';
import { OPERATORS } from './operators.ts';

/**
 * Every mutant of a lesson, those that tell the most first; equals are shuffled by the seed, so that a budget that is too
 * short does not always spend itself on the same lines.
 * @param source the lesson's MDX
 */
export function mutantsOf(lesson: Lesson, source: string, seed: number): Mutant[] {
  const lines = source.split('\n');
  const change = (line: number, operator: LineOperator): Mutant[] => {
    const before = lines[line - 1] ?? '';
    const after = operator.change(before);
    if (after === undefined) return [];
    const replaced = typeof after === 'string' ? [after] : after;
    // Beside a `…` a line less is shown, and nothing false.
    const elided = [lines[line - 2], lines[line]].some((neighbour) => neighbour?.trim() === '…');
    if (operator.on === 'output' && replaced.length === 0 && elided) return [];
    return [
      {
        operator: operator.name,
        line,
        before: before.trim(),
        after: replaced.join(' ⏎ ').trim(),
        source: lines.toSpliced(line - 1, 1, ...replaced).join('\n'),
        offline: operator.on === 'output',
        weight: operator.weight,
        excuse: operator.excuse,
      },
    ];
  };
  const single = lesson.snippets
    .filter(({ attributes }) => attributes.skip === undefined)
    .flatMap((snippet) =>
      placesOf(snippet).flatMap(({ line, on }) =>
        OPERATORS.filter((each) => each.on === on).flatMap((each) => change(line, each)),
      ),
    );
  const random = generator(seed);
  return [...single, ...swapped(lesson, lines)]
    .map((mutant) => ({ mutant, rank: mutant.weight + random() }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ mutant }) => mutant);
}

function placesOf(snippet: Snippet): { line: number; on: LineOperator['on'] }[] {
  const inside = (from: number, to: number, on: LineOperator['on']) =>
    Array.from({ length: Math.max(0, to - from - 1) }, (_, index) => ({ line: from + 1 + index, on }));
  const { position, endLine, expected, kind } = snippet;
  return [
    { line: position.line, on: 'fence' },
    ...(kind === 'file' ? [] : inside(position.line, endLine, kind)),
    ...(expected === undefined ? [] : inside(expected.position.line, expected.endLine, 'output')),
  ];
}

/** Two commands that follow each other change places, without their outputs. */
function swapped({ snippets }: Lesson, lines: readonly string[]): Mutant[] {
  return snippets.flatMap((first, index) => {
    const second = snippets[index + 1];
    if (second === undefined || [first, second].some(({ kind, exercise }) => kind !== 'command' || exercise)) return [];
    const codeOf = ({ position, endLine }: Snippet): readonly string[] => lines.slice(position.line, endLine - 1);
    const source = lines
      .toSpliced(second.position.line, second.endLine - 1 - second.position.line, ...codeOf(first))
      .toSpliced(first.position.line, first.endLine - 1 - first.position.line, ...codeOf(second))
      .join('\n');
    const excuse = 'les deux commandes ne dépendent pas l’une de l’autre, et affichent la même chose';
    const [before, after] = [first.code.split('\n')[0] ?? '', second.code.split('\n')[0] ?? ''];
    return [
      {
        operator: 'extraits échangés',
        line: first.position.line,
        before,
        after,
        source,
        offline: false,
        weight: 6,
        excuse,
      },
    ];
  });
}

/** Mulberry32: a small generator that gives the same numbers for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
