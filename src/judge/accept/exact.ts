import { align } from '../explain/align.ts';
import { renderDiff } from '../explain/diff.ts';
import type { Entry, Mark } from '../explain/entry.ts';
import type { Matcher } from '../types.ts';

/** The same text, character by character; only newlines at the very end do not count. */
export const exact: Matcher = (expected, actual) => {
  const [wanted, found] = [expected, actual].map((text) => text.replace(/[\r\n]+$/, ''));
  if (wanted === found) return { ok: true, shown: actual };
  const entries = explain((wanted ?? '').split('\n'), (found ?? '').split('\n'));
  return { ok: false, differences: entries.flatMap(({ differences }) => differences), diff: renderDiff(entries) };
};

function explain(wanted: readonly string[], found: readonly string[]): Entry[] {
  const items = wanted.map((text, index) => ({ text, line: index + 1 }));
  const steps = align(items, found.length, {
    size: () => 1,
    pair: ({ text }, line) => ({
      cost: text === found[line] ? 0 : text.trim() === found[line]?.trim() ? 0.5 : 1,
      lines: 1,
    }),
  });
  return steps.map(({ item, from, to }): Entry => {
    const [text] = found.slice(from, to);
    const author = typeof item === 'object' ? item : undefined;
    const sides = { ...(author && { expected: [author.text] }), ...(text !== undefined && { actual: [text] }) };
    if (text === author?.text) return { kind: 'same', ...sides, marks: [], differences: [] };
    const difference = {
      ...(author && { line: author.line }),
      expected: author?.text ?? '',
      actual: text ?? '',
      reason: reasonFor(author?.text, text),
    };
    const kind = !author ? 'extra' : text === undefined ? 'absent' : 'changed';
    const marks = author && text !== undefined ? [[markBetween(author.text, text)]] : [];
    return { kind, ...sides, marks, differences: [difference] };
  });
}

function reasonFor(expected: string | undefined, actual: string | undefined): string {
  if (expected === undefined) return 'ligne de trop dans la sortie';
  if (actual === undefined) return 'ligne absente de la sortie';
  const blank = expected.replace(/\s+/g, '') === actual.replace(/\s+/g, '');
  return blank
    ? 'seuls des blancs diffèrent, et «\u00a0exact\u00a0» les compte'
    : 'avec «\u00a0exact\u00a0», rien ne peut changer';
}

/** From the first to the last character that differs. */
function markBetween(expected: string, actual: string): Mark {
  let start = 0;
  while (start < actual.length && actual[start] === expected[start]) start += 1;
  let tail = 0;
  while (tail < Math.min(actual.length, expected.length) - start && actual.at(-1 - tail) === expected.at(-1 - tail))
    tail += 1;
  return { start, end: actual.length - tail };
}
