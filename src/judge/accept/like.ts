import { renderDiff } from '../explain/diff.ts';
import { explain } from '../explain/explain.ts';
import type { Matcher } from '../types.ts';
import { readAuthored, readPrinted } from './blocks.ts';
import { lay } from './laying.ts';
import { UNKNOWN } from './scope.ts';
import { show } from './show.ts';

/**
 * Same stable text, with other values of the same classes (volatile.ts) allowed. Tables are read by their columns,
 * whose widths say nothing; the rest line by line. Its law: changing a stable cell or word is always refused, changing
 * a volatile value to another of its class always accepted. No score decides anything.
 */
export const like: Matcher = (expected, actual, scope = UNKNOWN) => {
  const authored = readAuthored(expected, scope);
  const printed = readPrinted(actual, scope);
  const laying = lay(authored, printed, scope);
  if (laying) return { ok: true, shown: show(laying, printed) };
  const entries = explain(authored, printed);
  const differences = entries.flatMap(({ differences }) => differences);
  const replaced = differences.some(({ expected, actual }) => expected !== '' && actual !== '');
  return { ok: false, differences, diff: [renderDiff(entries), ...(replaced ? [ADVICE] : [])].join('\n') };
};

const ADVICE =
  '  → une valeur stable est la même à chaque exécution\u00a0; à la place de ce qui peut changer, écrivez «\u00a0…\u00a0»';
