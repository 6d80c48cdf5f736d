import type { Laying } from '../accept/laying.ts';
import { rowAccepts } from '../accept/row.ts';
import type { RowMatch } from '../accept/rows.ts';
import type { Row } from '../accept/table.ts';

/** The laying in which the author's rows stand for the printed ones that their names say. */
export function settle({ authored, covers }: Laying, rows: ReadonlyMap<Row, Row>): Laying {
  if (rows.size === 0) return { authored, covers };
  return {
    authored,
    covers: covers.map((cover) =>
      cover.fit?.rows ? { ...cover, fit: { ...cover.fit, rows: rematch(cover.fit.rows, rows) } } : cover,
    ),
  };
}

function rematch(match: RowMatch, rows: ReadonlyMap<Row, Row>): RowMatch {
  const settled = new Map(match);
  const placeOf = new Map([...match].flatMap(([row, author]) => (typeof author === 'string' ? [] : [[author, row]])));
  for (const [author, row] of rows) {
    const before = placeOf.get(author);
    const other = settled.get(row);
    if (before === undefined || other === undefined || before === row) continue;
    const isMovable = typeof other === 'string' || rows.has(other) || rowAccepts(other, before);
    if (!isMovable) continue;
    settled.set(row, author).set(before, other);
    placeOf.set(author, row);
    if (typeof other !== 'string') placeOf.set(other, before);
  }
  return settled;
}
