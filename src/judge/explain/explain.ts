import { align } from './align.ts';
import { linesOf, possibleRows, type Authored, type Line, type Printed } from '../accept/blocks.ts';
import { absent, compare, distance, extra, GAP, type Entry } from './entry.ts';
import { explainTable } from './explain-table.ts';
import { isRow, type Table } from '../accept/table.ts';

/** What an author's text is made of. */
type Block = Line | Table | 'gap';

/**
 * Both texts side by side once they are known not to match: line by line and row by row, with what differs and why it
 * may not. At least one entry has a difference. Where it is not clear where the author's tables end, they end where
 * less differs.
 */
export function explain(authored: Authored, printed: Printed): Entry[] {
  const longest = sideBySide(blocksOf(authored, 0), printed);
  const clear = [...authored.tables.values()].every((table) => possibleRows(table).length === 1);
  const shortest = clear ? longest : sideBySide(blocksOf(authored, -1), printed);
  const entries = weight(shortest) < weight(longest) ? shortest : longest;
  if (entries.some(({ differences }) => differences.length > 0)) return entries;
  const reason = 'ces textes ne s’accordent dans aucun ordre';
  return [{ ...GAP, differences: [{ expected: '', actual: '', reason }] }, ...entries];
}

/** `choice`: which of their possible rows the tables get. */
function blocksOf({ lines, tables }: Authored, choice: 0 | -1): Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const table = tables.get(index);
    if (!table) {
      blocks.push(lines[index] ?? 'gap');
      continue;
    }
    const rows = possibleRows(table).at(choice) ?? table.rows;
    blocks.push({ ...table, rows, end: index + 1 + rows.length });
    index += linesOf(rows) - 1;
  }
  return blocks;
}

function sideBySide(blocks: readonly Block[], { lines, tables }: Printed): Entry[] {
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
      return { cost: weight(compareTables(block, table)) / 2, lines: table.end - table.start };
    },
  });

  return steps.flatMap(({ item, from, to }): Entry[] => {
    const first = lines[from];
    if (typeof item === 'string') return [GAP];
    if (!item) return lines.slice(from, to).map((line) => extra(line));
    if (!isTable(item)) return [first && from < to ? compare(item, first) : absent(item)];
    const table = from < to ? tables.get(from) : undefined;
    if (table) return compareTables(item, table);
    const reason = 'tableau absent de la sortie';
    return [item.header, ...item.rows].map((row) => (isRow(row) ? absent(row, { table: item, reason }) : GAP));
  });
}

function isTable(block: Block): block is Table {
  return typeof block === 'object' && 'rows' in block;
}

/** How many lines differ. */
function weight(entries: readonly Entry[]): number {
  return entries.filter(({ kind }) => kind !== 'same' && kind !== 'gap').length;
}
