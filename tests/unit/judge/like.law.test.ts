import fc from 'fast-check';
import { describe, test } from 'vitest';
import { like } from '../../../src/judge/accept/like.ts';
import { age, ip, podSuffix, table, VALUES, word } from './arbitrary.ts';

const HEADER = ['NAME', 'READY', 'STATUS', 'RESTARTS', 'AGE', 'IP', 'NOMINATED NODE'];
const base = fc.constantFrom('api', 'web', 'whoami', 'base-de-donnees');

/** What a row says that may not change, and a way to print it again with other volatile values. */
interface Content {
  readonly name: string;
  readonly ready: string;
  readonly status: string;
  readonly restarts: string;
  readonly node: string;
}

const content: fc.Arbitrary<Content> = fc.record({
  name: base,
  ready: fc.constantFrom('0/1', '1/1', '1/2', '2/2'),
  status: fc.constantFrom('Running', 'Pending', 'CrashLoopBackOff', 'Init:0/1', 'Completed'),
  restarts: fc.constantFrom('0', '1', '3', '12'),
  node: fc.constantFrom('<none>', 'orchestre-worker', 'orchestre-worker2'),
});
const volatile = fc.record({ suffix: podSuffix, age, ip, restarted: age });

function print(
  contents: readonly Content[],
  values: readonly { suffix: string; age: string; ip: string; restarted: string }[],
): string {
  const rows = contents.map(({ name, ready, status, restarts, node }, index) => {
    const { suffix, age, ip, restarted } = values[index] ?? { suffix: '', age: '', ip: '', restarted: '' };
    const again = restarts === '0' ? restarts : `${restarts} (${restarted} ago)`;
    return [`${name}-${suffix}`, ready, status, again, age, ip, node];
  });
  return table([HEADER, ...rows]);
}

const pods = fc.array(content, { minLength: 1, maxLength: 8 });
const runs = pods.chain((contents) => {
  const values = fc.array(volatile, { minLength: contents.length, maxLength: contents.length });
  const order = fc.shuffledSubarray(contents, { minLength: contents.length });
  return fc.record({ contents: fc.constant(contents), order, first: values, second: values });
});

describe('the law of like, on tables of Pods', () => {
  test('other volatile values, in any order of the random rows, are accepted', () => {
    fc.assert(
      fc.property(runs, ({ contents, order, first, second }) => like(print(contents, first), print(order, second)).ok),
    );
  });

  test('another stable cell is refused, whatever the volatile ones', () => {
    const columns = fc.constantFrom<keyof Content>('name', 'ready', 'status', 'restarts', 'node');
    fc.assert(
      fc.property(runs, fc.nat(), columns, ({ contents, first, second }, place, column) => {
        const changed = contents.map((row, index) =>
          index === place % contents.length ? { ...row, [column]: `${row[column]}1` } : row,
        );
        const result = like(print(contents, first), print(changed, second));
        return !result.ok && result.differences.length > 0 && result.diff.includes('↳');
      }),
    );
  });

  test('so are a row more and a row less', () => {
    fc.assert(
      fc.property(runs, content, ({ contents, first, second }, more) => {
        const values = [...second, ...second];
        const other = print([...contents, more], values);
        return !like(print(contents, first), other).ok && !like(other, print(contents, first)).ok;
      }),
    );
  });

  test('three Running are no CrashLoopBackOff', () => {
    const row = { name: 'whoami', ready: '1/1', status: 'Running', restarts: '0', node: '<none>' };
    const crashed = { ...row, status: 'CrashLoopBackOff' };
    fc.assert(
      fc.property(fc.array(volatile, { minLength: 3, maxLength: 3 }), fc.nat(2), (values, place) => {
        const found = [row, row, row].with(place, crashed);
        return !like(print([row, row, row], values), print(found, values)).ok;
      }),
    );
  });

  test('rows with stable names keep their order', () => {
    const named = fc.uniqueArray(fc.constantFrom('ax', 'be', 'ci', 'du', 'ey'), { minLength: 2 });
    fc.assert(
      fc.property(named, fc.array(volatile, { minLength: 5, maxLength: 5 }), (names, values) => {
        const rows = (order: readonly string[]): string =>
          table([['NAME', 'AGE'], ...order.map((name, index) => [name, values[index]?.age ?? ''])]);
        return like(rows(names), rows(names)).ok && !like(rows(names), rows(names.toReversed())).ok;
      }),
    );
  });
});

describe('the law of like, on text', () => {
  const classes = fc.constantFrom(...Object.keys(VALUES));
  const never = fc.constant('');
  const line = fc.record({ before: fc.array(word, { maxLength: 4 }), after: fc.array(word, { maxLength: 4 }) });

  test('a volatile value may become another of its class', () => {
    fc.assert(
      fc.property(
        line,
        classes.chain((name) => fc.tuple(VALUES[name] ?? never, VALUES[name] ?? never)),
        ({ before, after }, [one, other]) =>
          like([...before, one, ...after].join(' '), [...before, other, ...after].join('  ')).ok,
      ),
    );
  });

  test('but none of another class, nor any word', () => {
    const pair = fc.uniqueArray(classes, { minLength: 2, maxLength: 2 });
    const values = pair
      .filter(([one, other]) => !(one === 'age' && other === 'program') && !(one === 'program' && other === 'age'))
      .chain((names) => fc.tuple(...names.map((name) => VALUES[name] ?? never)));
    fc.assert(
      fc.property(line, values, word, ({ before, after }, [one = '', other = ''], stable) => {
        const author = [...before, one, ...after].join(' ');
        return [other, stable].every((found) => !like(author, [...before, found, ...after].join(' ')).ok);
      }),
    );
  });

  test('no stable word may become another', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(), word, (words, place, other) => {
        const index = place % words.length;
        fc.pre(words[index] !== other);
        return !like(words.join(' '), words.with(index, other).join(' ')).ok;
      }),
    );
  });

  test('every text is like itself, and shown as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('…'))), (lines) => {
        const text = lines.join('\n');
        const result = like(text, text);
        return result.ok && result.shown === text;
      }),
    );
  });
});

describe('the law of like, on ellipses', () => {
  test('any lines may be left out for …, and are shown as …', () => {
    const lines = fc.array(word, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(), (words, a, b) => {
        const from = Math.min(a, b) % words.length;
        const author = words.toSpliced(from, b % (words.length - from + 1), '…').join('\n');
        const result = like(author, words.join('\n'));
        return result.ok && like(author, result.shown).ok;
      }),
    );
  });

  test('any random rows may be left out for …', () => {
    fc.assert(
      fc.property(runs, fc.nat(), ({ contents, order, first, second }, count) => {
        const kept = contents.slice(0, count % (contents.length + 1));
        const result = like(`${print(kept, first)}\n…`, print(order, second));
        return result.ok && result.shown.includes('…') === kept.length < contents.length;
      }),
    );
  });
});
