/** A page folds what is longer. */
export const FOLD_LINES = 14;

/** A recorded output as it is shown. */
export interface OutputView {
  readonly text: string;
  /** What stays visible when folded; the whole text where it is short. */
  readonly head: string;
  readonly rest?: string;
  /** Lines in `rest`. */
  readonly folded: number;
  /** Length of the longest line, in characters. */
  readonly columns: number;
}

/** Colours and cursor movements that a command printed although it had no terminal. */
const ANSI = /\u001B\[[0-9;?]*[ -/]*[@-~]/g;

/** @returns the output, in two parts when it is long; nothing when nothing was printed */
export function outputView(printed: string): OutputView | undefined {
  const text = printed.replace(ANSI, '').replace(/\s+$/, '');
  if (text === '') return undefined;
  const lines = text.split('\n');
  const columns = Math.max(...lines.map((line) => line.length));
  // One or two lines more cost less room than the fold itself.
  if (lines.length <= FOLD_LINES + 2) return { text, head: text, folded: 0, columns };
  const head = lines.slice(0, FOLD_LINES).join('\n');
  return { text, head, rest: lines.slice(FOLD_LINES).join('\n'), folded: lines.length - FOLD_LINES, columns };
}
