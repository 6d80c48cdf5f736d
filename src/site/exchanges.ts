import type { CommandSpan } from '../judge/outcome.ts';

/** One command as it stands on a slide, with what it printed. */
export interface Exchange {
  readonly code: string;
  /** Absent where it printed nothing. */
  readonly output?: string;
}

/** What was recorded of a snippet, and what is shown of it. */
export interface Recorded {
  readonly code: string;
  /** All that was printed. */
  readonly printed: string;
  /** The same with `…` for what the author elided. */
  readonly shown: string;
  /** Where each command ends; older proofs do not say. */
  readonly commands?: readonly CommandSpan[];
}

const GAP = '…';

/**
 * Gives each command of a snippet its own part of what is shown.
 * @returns the commands in order; a single one with everything where it is not certain whose a line is
 */
export function exchangesOf({ code, printed, shown, commands = [] }: Recorded): readonly Exchange[] {
  const whole = [exchange(code, shown)];
  const codes = codesOf(code, commands);
  const ends = commands.length < 2 ? undefined : endsOf(printed, commands);
  if (codes === undefined || ends === undefined) return whole;
  const printedLines = linesOf(printed);
  const shownLines = linesOf(shown);
  const first = lay(shownLines, printedLines);
  const last = lay(shownLines.toReversed(), printedLines.toReversed())
    ?.map((at) => printedLines.length - 1 - at)
    .reverse();
  if (first === undefined || last === undefined) return whole;
  const owner = (line: number): number => ends.findIndex((end) => line < end);
  const texts = commands.map((): string[] => []);
  let next = 0;
  for (const [index, text] of shownLines.entries()) {
    if (text === GAP) {
      // What the gap stands for may belong to several commands.
      const until = first.slice(index + 1).find((at) => !Number.isNaN(at)) ?? printedLines.length;
      for (const at of new Set(range(next, until).map(owner))) texts[at]?.push(GAP);
      continue;
    }
    const [early, late] = [first[index] ?? 0, last[index] ?? 0];
    if (owner(early) !== owner(late)) return whole;
    texts[owner(early)]?.push(text);
    next = early + 1;
  }
  return codes.map((each, index) => exchange(each, texts[index]?.join('\n') ?? ''));
}

function exchange(code: string, output: string): Exchange {
  return output.trim() === '' ? { code } : { code, output };
}

/** The lines of each command, comments and empty lines with the command that follows; nothing where spans overlap. */
function codesOf(code: string, commands: readonly CommandSpan[]): string[] | undefined {
  const lines = code.split('\n');
  let from = 0;
  const codes: string[] = [];
  for (const [index, { to }] of commands.entries()) {
    const end = index === commands.length - 1 ? lines.length : to;
    if (end <= from || end > lines.length) return undefined;
    codes.push(
      lines
        .slice(from, end)
        .join('\n')
        .replace(/^\n+|\n+$/g, ''),
    );
    from = end;
  }
  return codes;
}

/** How many whole lines were printed when each command had ended; nothing where one ended within a line. */
function endsOf(printed: string, commands: readonly CommandSpan[]): number[] | undefined {
  const ends: number[] = [];
  for (const { until } of commands) {
    const before = printed.slice(0, until);
    if (before !== '' && !before.endsWith('\n') && until < printed.length) return undefined;
    ends.push(linesOf(before).length);
  }
  return ends.at(-1) === linesOf(printed).length ? ends : undefined;
}

const linesOf = (text: string): string[] => (text.trimEnd() === '' ? [] : text.replace(/\n$/, '').split('\n'));

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/**
 * Lays what is shown on what was printed, each stretch between two gaps as early as it can be.
 * @returns for each line shown the line printed, NaN for a gap; nothing where they do not fit
 */
function lay(shown: readonly string[], printed: readonly string[]): number[] | undefined {
  const places: number[] = [];
  let at = 0;
  for (let index = 0; index < shown.length;) {
    if (shown[index] === GAP) {
      places.push(Number.NaN);
      index += 1;
      continue;
    }
    const stretch = shown.slice(index, until(shown, index));
    const anchored = index === 0;
    const closing = index + stretch.length === shown.length;
    let start = closing && !anchored ? printed.length - stretch.length : at;
    const fits = (): boolean => stretch.every((text, offset) => matches(text, printed[start + offset]));
    while (!anchored && !closing && start + stretch.length <= printed.length && !fits()) start += 1;
    if (start < at || start + stretch.length > printed.length || !fits()) return undefined;
    if (closing && start + stretch.length !== printed.length) return undefined;
    places.push(...stretch.map((_, offset) => start + offset));
    at = start + stretch.length;
    index += stretch.length;
  }
  return places;
}

function until(shown: readonly string[], from: number): number {
  const gap = shown.indexOf(GAP, from);
  return gap === -1 ? shown.length : gap;
}

/** `…` within a line stands for any text; cells are padded to their column. */
function matches(shown: string, printed: string | undefined): boolean {
  if (printed === undefined) return false;
  if (!shown.includes(GAP)) return shown.trimEnd() === printed.trimEnd();
  const [head = '', ...rest] = shown
    .trimEnd()
    .split(GAP)
    .map((part) => part.trim());
  const tail = rest.pop() ?? '';
  if (!printed.startsWith(head) || !printed.trimEnd().endsWith(tail)) return false;
  let at = head.length;
  for (const part of rest) {
    const found = printed.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= printed.trimEnd().length - tail.length;
}
