import { isTable, readAuthored, readPrinted, type Line } from './blocks.ts';
import { renderDiff } from './diff.ts';
import { layOut } from './ellipsis.ts';
import { explain } from './explain.ts';
import { matchRows, type RowMatch } from './rows.ts';
import { show } from './show.ts';
import { headersAgree, type Table } from './table.ts';
import type { Matcher } from './types.ts';

/**
 * Same stable text, with other values of the same classes (volatile.ts) allowed. Tables are read by their columns,
 * whose widths say nothing; the rest line by line. Its law: changing a stable cell or word is always refused, changing
 * a volatile value to another of its class always accepted. No score decides anything.
 */
export const like: Matcher = (expected, actual) => {
  const blocks = readAuthored(expected);
  const printed = readPrinted(actual);
  const found = new Map<Table, Map<number, RowMatch>>();

  const covers = layOut<Line | Table>(blocks, printed.lines.length, (block, line) => {
    if (!isTable(block)) return printed.lines[line] && block.text.accepts(printed.lines[line].text) ? 1 : undefined;
    const table = printed.tables.get(line);
    const rows = table && headersAgree(block, table) ? matchRows(block, table) : undefined;
    if (!table || !rows) return undefined;
    found.set(block, (found.get(block) ?? new Map<number, RowMatch>()).set(line, rows));
    return table.end - table.start;
  });
  if (covers) {
    const rowsOf = (table: Table, line: number): RowMatch => found.get(table)?.get(line) ?? new Map();
    return { ok: true, shown: show({ blocks, covers, rowsOf }, printed) };
  }
  const entries = explain(blocks, printed);
  return { ok: false, differences: entries.flatMap(({ differences }) => differences), diff: renderDiff(entries) };
};
