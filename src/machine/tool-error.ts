import type { ExecResult } from './exec.ts';

export interface ToolErrorOptions extends ErrorOptions {
  readonly why?: string;
  /** What to do, in the imperative. */
  readonly fix: string;
  /** The external command that failed: its line and its output are shown, so that they can be pasted. */
  readonly result?: ExecResult;
}

/** Longest output of a failed command that a message carries, in characters; its end says why it failed. */
const SHOWN = 2_000;

/**
 * The tool or its environment failed, not a lesson: exit code 2. Its message is whole: what happened, why, what to do,
 * then the failed command with its output. Texts are French.
 */
export class ToolError extends Error {
  override readonly name = 'ToolError';
  readonly exitCode = 2;
  readonly what: string;
  readonly why: string | undefined;
  readonly fix: string;
  readonly command: string | undefined;
  readonly output: string | undefined;

  constructor(what: string, options: ToolErrorOptions) {
    const output = options.result?.output.trim().slice(-SHOWN);
    super(messageOf(what, { ...options, output }), { cause: options.cause });
    this.what = what;
    this.why = options.why;
    this.fix = options.fix;
    this.command = options.result?.command;
    this.output = output;
  }
}

function messageOf(what: string, options: ToolErrorOptions & { output: string | undefined }): string {
  const lines = [what];
  if (options.why !== undefined) lines.push(`  pourquoi : ${options.why}`);
  lines.push(`  → ${options.fix}`);
  if (options.result !== undefined) {
    lines.push(`  commande : ${options.result.command}`);
    if (options.output) lines.push(...options.output.split('\n').map((line) => `  | ${line}`));
  }
  return lines.join('\n');
}
