import { linesOf, possibleRows, readAuthored, readPrinted, type Line } from './blocks.ts';
import { renderDiff } from '../explain/diff.ts';
import { layOut } from './ellipsis.ts';
import { explain } from '../explain/explain.ts';
import { matchRows } from './rows.ts';
import { UNKNOWN } from './scope.ts';
import { show, type Placed } from './show.ts';
import { headersAgree, type Table } from './table.ts';
import type { Matcher } from '../types.ts';

/**
 * Same stable text, with other values of the same classes (volatile.ts) allowed. Tables are read by their columns,
 * whose widths say nothing; the rest line by line. Its law: changing a stable cell or word is always refused, changing
 * a volatile value to another of its class always accepted. No score decides anything.
 */
export const like: Matcher = (expected, actual, scope = UNKNOWN) => {
  const authored = readAuthored(expected, scope);
  const printed = readPrinted(actual, scope);
  const covers = layOut(authored.lines, printed.lines.length, (line: Line, place): readonly Placed[] => {
    const table = authored.tables.get(line.line);
    if (table) return placeTable(table, printed.tables.get(place));
    return printed.lines[place] && line.text.accepts(printed.lines[place].text) ? [WHOLE] : [];
  });
  if (covers) return { ok: true, shown: show({ authored, covers }, printed) };
  const entries = explain(authored, printed);
  const differences = entries.flatMap(({ differences }) => differences);
  const replaced = differences.some(({ expected, actual }) => expected !== '' && actual !== '');
  return { ok: false, differences, diff: [renderDiff(entries), ...(replaced ? [ADVICE] : [])].join('\n') };
};

const ADVICE =
  '  → une valeur stable est la même à chaque exécution\u00a0; à la place de ce qui peut changer, écrivez «\u00a0…\u00a0»';
const WHOLE: Placed = { items: 1, lines: 1 };

function placeTable(expected: Table, actual: Table | undefined): Placed[] {
  if (!actual || !headersAgree(expected, actual)) return [];
  return possibleRows(expected).flatMap((rows) => {
    const match = matchRows(rows, actual);
    return match ? [{ items: linesOf(rows), lines: actual.end - actual.start, rows: match }] : [];
  });
}
