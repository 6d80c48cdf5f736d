import { Phrase } from './phrase.ts';
import { isGap, parseTable, type Table } from './table.ts';

/** A line outside of tables. */
export interface Line {
  /** Its index in the text. */
  readonly line: number;
  readonly text: Phrase;
}

/** What an author's text is made of. */
export type Block = Line | Table | 'gap';

/** What a command printed: its lines, and by the index of their header the tables among them. */
export interface Printed {
  readonly lines: readonly Line[];
  readonly tables: ReadonlyMap<number, Table>;
  /** The white space at the end, which is no line. */
  readonly ending: string;
}

export function isTable(block: Block): block is Table {
  return typeof block === 'object' && 'rows' in block;
}

/** A gap at the end of a table stands twice: for rows, and for what follows the table. */
export function readAuthored(text: string): Block[] {
  const lines = splitLines(text.trimEnd());
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const table = parseTable(lines, index, { authored: true });
    if (table) {
      blocks.push(table);
      index = table.end - 1;
      if (table.rows.at(-1) === 'gap') blocks.push('gap');
    } else {
      blocks.push(isGap(line) ? 'gap' : { line: index, text: new Phrase(line) });
    }
  }
  return blocks;
}

export function readPrinted(text: string): Printed {
  const body = text.trimEnd();
  const raw = splitLines(body);
  const tables = new Map<number, Table>();
  for (let index = 0; index < raw.length; index += 1) {
    const table = parseTable(raw, index, { authored: false });
    if (!table) continue;
    tables.set(index, table);
    index = table.end - 1;
  }
  return {
    lines: raw.map((line, index) => ({ line: index, text: new Phrase(line) })),
    tables,
    ending: text.slice(body.length),
  };
}

function splitLines(body: string): string[] {
  return body === '' ? [] : body.split('\n');
}
