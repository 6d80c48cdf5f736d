import fc from 'fast-check';
import { expect, test } from 'vitest';
import { like } from '../../../src/judge/accept/like.ts';
import { age, podSuffix, table, word } from './arbitrary.ts';

const pod = fc.tuple(fc.constantFrom('api', 'web', 'base-de-donnees'), podSuffix, podSuffix, age, age);
/** Sentences, and what is indented, whatever its columns. */
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const indented = fc
  .tuple(fc.constantFrom('  ', '    ', '      '), fc.array(word, { minLength: 1, maxLength: 6 }), fc.boolean())
  .map(([indent, words, wide]) => indent + words.join(wide ? '   ' : ' '));
const below = fc.array(fc.oneof(sentence, indented), { minLength: 1, maxLength: 6 });

/** Two runs' tables of the same Pods, what both print below, and where the author writes `…`. */
interface Scene {
  readonly pods: readonly [string, string, string, string, string][];
  readonly below: readonly string[];
  readonly rows: number;
  readonly skipped: number;
  readonly elided: number;
}

const scene: fc.Arbitrary<Scene> = fc.record({
  pods: fc.array(pod, { minLength: 1, maxLength: 4 }),
  below,
  rows: fc.nat(4),
  skipped: fc.nat(6),
  elided: fc.nat(6),
});

function read({ pods, below, rows, skipped, elided }: Scene) {
  const print = (run: 1 | 2): string[] => {
    const cells = pods.map((pod) => [`${pod[0]}-${pod[run]}`, '1/1', 'Running', pod[run === 1 ? 3 : 4]]);
    return table([['NAME', 'READY', 'STATUS', 'AGE'], ...cells]).split('\n');
  };
  const tail = below.slice(skipped % below.length).map((line, index, { length }) =>
    // The last line stays whole, so that a change at its end counts.
    index === elided && index < length - 1 ? line.replace(/\S+/, '…') : line,
  );
  return {
    whole: [...print(1), ...below].join('\n'),
    elided: [...print(1).slice(0, 1 + (rows % (pods.length + 1))), '…', ...tail].join('\n'),
    printed: [...print(2), ...below].join('\n'),
  };
}

test('text below a table is found there, with and without … between them', () => {
  fc.assert(
    fc.property(scene.map(read), ({ whole, elided, printed }) => {
      expect(like(whole, printed)).toEqual({ ok: true, shown: printed });
      expect(like(elided, printed)).toMatchObject({ ok: true });
    }),
  );
});

test('another word in it is refused', () => {
  fc.assert(
    fc.property(scene.map(read), ({ whole, elided, printed }) => {
      expect(like(whole, `${printed}z`)).toMatchObject({ ok: false });
      expect(like(elided, `${printed}z`)).toMatchObject({ ok: false });
    }),
  );
});
