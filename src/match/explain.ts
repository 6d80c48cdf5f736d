import { align } from './align.ts';
import { isTable, type Block, type Line, type Printed } from './blocks.ts';
import { absent, compare, distance, extra, GAP, type Entry } from './entry.ts';
import { explainTable } from './explain-table.ts';
import { isRow, type Table } from './table.ts';

/**
 * Both texts side by side once they are known not to match: line by line and row by row, with what differs and why it
 * may not. At least one entry has a difference.
 */
export function explain(blocks: readonly Block[], printed: Printed): Entry[] {
  const { lines, tables } = printed;
  const compared = new Map<string, Entry[]>();
  const compareTables = (block: Table, table: Table): Entry[] => {
    const id = `${block.start} ${table.start}`;
    const entries = compared.get(id) ?? explainTable(block, table);
    compared.set(id, entries);
    return entries;
  };

  const steps = align<Line | Table>(blocks, lines.length, {
    size: (block) => (isTable(block) ? block.end - block.start : 1),
    pair(block, place) {
      const line = lines[place];
      if (!isTable(block)) return line && { cost: 2 * distance(block, line), lines: 1 };
      const table = tables.get(place);
      if (!table) return undefined;
      const differing = compareTables(block, table).filter(({ kind }) => kind !== 'same' && kind !== 'gap');
      return { cost: differing.length / 2, lines: table.end - table.start };
    },
  });

  const entries = steps.flatMap(({ item, from, to }): Entry[] => {
    const first = lines[from];
    if (typeof item === 'string') return [GAP];
    if (!item) return lines.slice(from, to).map((line) => extra(line));
    if (!isTable(item)) return [first && from < to ? compare(item, first) : absent(item)];
    const table = from < to ? tables.get(from) : undefined;
    if (table) return compareTables(item, table);
    return [item.header, ...item.rows].map((row) => (isRow(row) ? absent(row, item) : GAP));
  });
  if (entries.some(({ differences }) => differences.length > 0)) return entries;
  const reason = 'ces textes ne s’accordent dans aucun ordre';
  return [{ ...GAP, differences: [{ expected: '', actual: '', reason }] }, ...entries];
}
