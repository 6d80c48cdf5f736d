import type { Printed } from './blocks.ts';
import type { Laying } from './laying.ts';
import { ELLIPSIS } from './phrase.ts';
import type { Row } from './table.ts';

/** The printed text, with `…` for what the author's `…` stood for, and for nothing else. */
export function show({ authored, covers }: Laying, printed: Printed): string {
  const shown: string[] = [];
  const gap = (): void => {
    if (shown.at(-1) !== ELLIPSIS) shown.push(ELLIPSIS);
  };
  for (const { first, from, to, fit } of covers) {
    const line = authored.lines[first] ?? 'gap';
    const found = printed.lines[from]?.text;
    if (line === 'gap') {
      if (from < to) gap();
    } else if (found) shown.push(line.text.elide(found, { padded: fit?.rows !== undefined }));
    for (const [row, author] of fit?.rows ?? []) {
      if (typeof author === 'string') gap();
      else shown.push(elideRow(author, row));
    }
  }
  return shown.join('\n') + printed.ending;
}

/** Cells keep their width, so that the columns stay where they are. */
function elideRow(author: Row, { text, cells }: Row): string {
  if (!author.cells || author.cells.length !== cells?.length) return author.text.elide(text, { padded: true });
  return cells.reduceRight((line, { phrase, start }, column) => {
    const cell = author.cells?.[column]?.phrase.elide(phrase) ?? phrase.raw;
    const after = line.slice(start + phrase.raw.length);
    return (line.slice(0, start) + cell.padEnd(phrase.raw.length) + after).trimEnd();
  }, text.raw);
}
