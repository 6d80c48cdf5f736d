import type { Authored, Printed } from './blocks.ts';
import { linesOf, possibleRows, type Line } from './blocks.ts';
import { layOut, type Cover, type Fit } from './ellipsis.ts';
import { matchRows, type RowMatch } from './rows.ts';
import type { Scope } from './scope.ts';
import { headersAgree, type Table } from './table.ts';

/** What was found of an author's line, or of his table. */
export interface Placed extends Fit {
  readonly rows?: RowMatch;
}

/** How an author's text was found in what was printed. */
export interface Laying {
  readonly authored: Authored;
  readonly covers: readonly Cover<Placed>[];
}

const WHOLE: Placed = { items: 1, lines: 1 };

/** Finds an author's text in what was printed; undefined where that may not stand for it. */
export function lay(authored: Authored, printed: Printed, scope: Scope): Laying | undefined {
  const covers = layOut(
    authored.lines,
    printed.lines.length,
    (line: Line, place): readonly Placed[] => {
      const table = authored.tables.get(line.line);
      if (table) return placeTable(table, printed.tables.get(place), scope);
      return printed.lines[place] && line.text.accepts(printed.lines[place].text) ? [WHOLE] : [];
    },
    (line) => !authored.tables.has(line.line),
  );
  return covers && { authored, covers };
}

function placeTable(expected: Table, actual: Table | undefined, scope: Scope): Placed[] {
  if (!actual || !headersAgree(expected, actual)) return [];
  return possibleRows(expected).flatMap((rows) => {
    const match = matchRows(rows, actual, scope);
    return match ? [{ items: linesOf(rows), lines: actual.end - actual.start, rows: match }] : [];
  });
}
