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
  /** Everything that was printed, where `…` stands for a part of it; a file of its own, that no first view pays for. */
  readonly whole?: WholeOutput;
}

/** What was printed, whole. */
export interface WholeOutput {
  /** Under the lesson's address: `sorties/s3.txt`. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

/** Colours and cursor movements that a command printed although it had no terminal. */
const ANSI = /\u001B\[[0-9;?]*[ -/]*[@-~]/g;

const clean = (printed: string): string => printed.replace(ANSI, '').replace(/\s+$/, '');

/**
 * @param shown what was printed, elided where the author wrote `…`
 * @param record what the step printed, whole, where that is known
 * @returns the output, in two parts when it is long; nothing when nothing was printed
 */
export function outputView(shown: string, record?: { printed: string; step: string }): OutputView | undefined {
  const text = clean(shown);
  if (text === '') return undefined;
  const lines = text.split('\n');
  const columns = Math.max(...lines.map((line) => line.length));
  const whole = record === undefined ? undefined : wholeOf(clean(record.printed), text, record.step);
  const view = { text, columns, ...(whole === undefined ? {} : { whole }) };
  // One or two lines more cost less room than the fold itself.
  if (lines.length <= FOLD_LINES + 2) return { ...view, head: text, folded: 0 };
  const head = lines.slice(0, FOLD_LINES).join('\n');
  return { ...view, head, rest: lines.slice(FOLD_LINES).join('\n'), folded: lines.length - FOLD_LINES };
}

function wholeOf(text: string, shown: string, step: string): WholeOutput | undefined {
  if (text === shown) return undefined;
  // An exercise's check runs twice: `verif/avant` is the first time.
  const path = `sorties/${step.split('/').toReversed().join('/')}.txt`;
  return { path, text, lines: text.split('\n').length };
}
