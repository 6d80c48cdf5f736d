import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { SerializedError } from 'vitest';
import { counted, frenchDuration } from '../typography/french.ts';
import { typeset } from '../typography/typeset.ts';

/** Counts of a run, for the last line and the exit code. */
export interface Tally {
  /** Lessons that vitest has run to their end. */
  readonly lessons: number;
  readonly proven: number;
  readonly failed: number;
  readonly skipped: number;
  /** The environment failed somewhere: exit code 2. */
  readonly toolFailed: boolean;
}

/** Prints, in French, one line for each green lesson and everything about each failure. */
export class FrenchReporter implements Reporter {
  readonly #root: string;
  readonly #print: (line: string) => void;
  #tally = { lessons: 0, proven: 0, failed: 0, skipped: 0, toolFailed: false };

  /** @param print prints a line on stdout */
  constructor(root: string, print: (line: string) => void) {
    this.#root = root;
    this.#print = print;
  }

  get tally(): Tally {
    return this.#tally;
  }

  onTestModuleEnd(module: TestModule): void {
    const cases = [...module.children.allTests()];
    const count = (state: string): number => cases.filter((each) => each.result().state === state).length;
    const [passed, failed, skipped] = [count('passed'), count('failed'), count('skipped')];
    const errors = module.errors();
    this.#tally.lessons += 1;
    this.#tally.proven += passed;
    this.#tally.failed += failed + errors.length;
    this.#tally.skipped += skipped;
    const name = module.moduleId.split('/').at(-2) ?? module.moduleId;
    const ok = failed + errors.length === 0;
    const counts = [
      counted(passed, 'extrait prouvé', 'extraits prouvés'),
      ...(failed > 0 ? [counted(failed, 'en échec', 'en échec')] : []),
      ...(skipped > 0 ? [counted(skipped, 'non exécuté')] : []),
    ];
    this.#print(`${ok ? '✓' : '✗'} ${name}  ${counts.join(', ')} (${frenchDuration(module.diagnostic().duration)})`);
    for (const each of cases) if (each.result().state === 'failed') this.#printCase(each);
    for (const error of errors) this.#printError(error, undefined);
  }

  onTestRunEnd(_modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    for (const error of unhandled) this.#printError(error, undefined);
    this.#tally.failed += unhandled.length;
  }

  #printCase(test: TestCase): void {
    for (const error of test.result().errors ?? []) this.#printError(error, test.name);
  }

  #printError(error: Pick<SerializedError, 'message' | 'stack' | 'name'>, title: string | undefined): void {
    if (error.name === 'ToolError') this.#tally.toolFailed = true;
    const place = /\n {4}at (.*\/lecon\.mdx:\d+:\d+)$/.exec(error.stack ?? '')?.[1]?.replace(`${this.#root}/`, '');
    const [what = '', ...details] = error.message.split('\n');
    this.#print('');
    this.#print([place, title?.replace(/^ligne \d+ · /, '« ').concat(' »')].filter(Boolean).join('  '));
    this.#print(`  ${typeset(what)}`);
    for (const line of details) this.#print(`  ${line}`);
    const known = ['StepFailure', 'ToolError'].includes(error.name ?? '');
    if (!known) this.#print(error.stack ?? '');
    this.#print('');
  }
}
