import { isTable, type Block, type Printed } from './blocks.ts';
import type { Cover } from './ellipsis.ts';
import { ELLIPSIS } from './phrase.ts';
import type { RowMatch } from './rows.ts';
import type { Row, Table } from './table.ts';

/** How an author's text was found in what was printed. */
export interface Laying {
  readonly blocks: readonly Block[];
  /** One for each block. */
  readonly covers: readonly Cover[];
  /** For the table of the author's that was found at a line. */
  readonly rowsOf: (table: Table, line: number) => RowMatch;
}

/** The printed text, with `…` for what the author's `…` stood for, and for nothing else. */
export function show({ blocks, covers, rowsOf }: Laying, printed: Printed): string {
  const shown: string[] = [];
  const gap = (): void => {
    if (shown.at(-1) !== ELLIPSIS) shown.push(ELLIPSIS);
  };
  for (const [index, block] of blocks.entries()) {
    const { from, to } = covers[index] ?? { from: 0, to: 0 };
    const raw = printed.lines[from]?.text.raw ?? '';
    if (typeof block === 'string') {
      if (from < to) gap();
    } else if (isTable(block)) {
      shown.push(block.header.text.elide(raw, { padded: true }));
      for (const [row, author] of rowsOf(block, from)) {
        if (typeof author === 'string') gap();
        else shown.push(elideRow(author, row));
      }
    } else {
      shown.push(block.text.elide(raw));
    }
  }
  return shown.join('\n') + printed.ending;
}

/** Cells keep their width, so that the columns stay where they are. */
function elideRow(author: Row, { text, cells }: Row): string {
  if (!author.cells || author.cells.length !== cells?.length) return author.text.elide(text.raw, { padded: true });
  return cells.reduceRight((line, { phrase, start }, column) => {
    const cell = author.cells?.[column]?.phrase.elide(phrase.raw) ?? phrase.raw;
    const after = line.slice(start + phrase.raw.length);
    return (line.slice(0, start) + cell.padEnd(phrase.raw.length) + after).trimEnd();
  }, text.raw);
}
