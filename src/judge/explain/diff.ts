import type { Entry, Mark } from './entry.ts';
import { ELLIPSIS } from '../accept/phrase.ts';
import type { Table } from '../accept/table.ts';
import type { Difference } from '../types.ts';

/** So many lines that agree are shown around what differs. */
const CONTEXT = 3;
/** So many lines in a row are shown of what is missing, or too much. */
const RUN = 20;
const GUTTER = '   ';

/**
 * A diff for a terminal, without colours: `-` was expected, `+` was printed, `^` marks what differs, `↳` says why it
 * may not. The cells of a table are aligned over both sides.
 */
export function renderDiff(entries: readonly Entry[]): string {
  const widths = widthsOf(entries);
  const lines: string[] = [];
  let hidden: Entry[] = [];
  const close = (): void => {
    if (hidden.length > 0) lines.push(`  ${summary(hidden)}`);
    hidden = [];
  };
  for (const [index, entry] of entries.entries()) {
    if (hidden.length > 0 && hidden[0]?.kind !== entry.kind) close();
    if (isFar(entries, index)) {
      hidden.push(entry);
      continue;
    }
    close();
    const alone = entries[index - 1]?.kind !== entry.kind;
    lines.push(...render(entry, { widths: widths.get(entry.table) ?? [], alone }));
  }
  close();
  return lines.join('\n');
}

/** « ligne 3, colonne STATUS : attendu « Running », obtenu « Pending » — STATUS est une colonne stable ». */
export function describeDifference({ line, column, expected, actual, reason }: Difference): string {
  const place = [
    ...(line === undefined ? [] : [`ligne ${String(line)}`]),
    ...(column === undefined ? [] : [`colonne ${column}`]),
  ].join(', ');
  const sides = expected || actual ? `attendu ${quote(expected)}, obtenu ${quote(actual)} — ` : '';
  return `${place}${place && '\u00a0: '}${sides}${reason}`;
}

function quote(text: string): string {
  return text === '' ? 'rien' : `«\u00a0${text}\u00a0»`;
}

function isFar(entries: readonly Entry[], index: number): boolean {
  const { kind, differences = [] } = entries[index] ?? {};
  if (kind === 'changed' || (kind === 'gap' && differences.length > 0)) return false;
  if (kind === 'absent' || kind === 'extra') {
    return entries.slice(Math.max(0, index - RUN), index + 1).filter((entry) => entry.kind === kind).length > RUN;
  }
  const near = entries.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1);
  return near.every((entry) => entry.kind === 'same' || entry.kind === 'gap');
}

function summary(hidden: readonly Entry[]): string {
  const count = hidden.length;
  const lines = `⋮ ${String(count)} ligne${count > 1 ? 's' : ''}`;
  switch (hidden[0]?.kind) {
    case 'absent':
      return `${lines} de plus absente${count > 1 ? 's' : ''}`;
    case 'extra':
      return `${lines} de plus en trop`;
    case 'gap':
      return ELLIPSIS;
    default:
      return `${lines} conforme${count > 1 ? 's' : ''}`;
  }
}

/** `alone`: its neighbour above says the same already. */
function render(
  entry: Entry,
  { widths, alone }: { readonly widths: readonly number[]; readonly alone: boolean },
): string[] {
  const { kind, expected = [], actual = [], marks, differences } = entry;
  const line = (sign: string, texts: readonly string[]): string =>
    `${sign} ${texts.map((text, column) => text.padEnd(widths[column] ?? 0)).join(GUTTER)}`.trimEnd();
  const notes = differences.map((difference) => `    ↳ ${describeDifference(difference)}`);
  const note = alone ? differences.map(({ reason }) => `    ↳ ${reason}`) : [];
  switch (kind) {
    case 'gap':
      return [`  ${ELLIPSIS}`, ...notes];
    case 'same':
      return [line(' ', actual)];
    case 'absent':
      return [line('-', expected), ...note];
    case 'extra':
      return [line('+', actual), ...note];
    case 'changed': {
      const under = line(' ', carets(actual, marks));
      return [line('-', expected), line('+', actual), ...(under === '' ? [] : [under]), ...notes];
    }
  }
}

/** Under each of the texts, a sign for each character that differs, one at least where something lacks. */
function carets(texts: readonly string[], marks: readonly (readonly Mark[])[]): string[] {
  return texts.map((text, index) => {
    const blank = text.replace(/[^\t]/g, ' ');
    return (marks[index] ?? []).reduce(
      (under, { start, end }) =>
        under + blank.slice(under.length, start).padEnd(start - under.length) + '^'.repeat(Math.max(1, end - start)),
      '',
    );
  });
}

/** The widths of the columns of each table, over both sides. */
function widthsOf(entries: readonly Entry[]): ReadonlyMap<Table | undefined, readonly number[]> {
  const widths = new Map<Table | undefined, number[]>();
  for (const { table, expected = [], actual = [] } of entries) {
    if (!table) continue;
    const known = widths.get(table) ?? [];
    widths.set(table, known);
    for (const texts of [expected, actual]) {
      if (texts.length < 2) continue;
      for (const [column, text] of texts.entries()) known[column] = Math.max(known[column] ?? 0, text.length);
    }
  }
  return widths;
}
