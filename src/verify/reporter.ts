import { relative, sep } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import type { SerializedError } from 'vitest';
import type { Course } from '../course/types.ts';
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
  readonly #course: Pick<Course, 'root' | 'sources'>;
  readonly #print: (line: string) => void;
  #tally = { lessons: 0, proven: 0, failed: 0, skipped: 0, toolFailed: false };

  /**
   * @param course whose lines are quoted
   * @param print prints a line on stdout
   */
  constructor(course: Pick<Course, 'root' | 'sources'>, print: (line: string) => void) {
    this.#course = course;
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
      ...(failed + errors.length > 0 ? [counted(failed + errors.length, 'en échec', 'en échec')] : []),
      ...(skipped > 0 ? [counted(skipped, 'non exécuté')] : []),
    ];
    this.#print(`${ok ? '✓' : '✗'} ${name}  ${counts.join(', ')} (${frenchDuration(module.diagnostic().duration)})`);
    for (const error of [...cases.flatMap((each) => each.result().errors ?? []), ...errors]) this.#printError(error);
  }

  onTestRunEnd(_modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    for (const error of unhandled) this.#printError(error);
    this.#tally.failed += unhandled.length;
  }

  #printError(error: Pick<SerializedError, 'message' | 'stack' | 'name'>): void {
    if (error.name === 'ToolError') this.#tally.toolFailed = true;
    const [, path = '', line = '', column = ''] =
      /\n {4}at (.*\/lecon\.mdx):(\d+):(\d+)$/.exec(error.stack ?? '') ?? [];
    const file = relative(this.#course.root, path).split(sep).join('/');
    const text = this.#course.sources.get(file)?.split('\n')[Number(line) - 1]?.trim() ?? '';
    const [what = '', ...details] = error.message.split('\n');
    this.#print('');
    if (path !== '')
      this.#print(`${file}:${line}:${column}${text === '' || Number(line) === 1 ? '' : `  « ${text} »`}`);
    this.#print(`  ${typeset(what)}`);
    for (const line of details) this.#print(`  ${line}`);
    const known = ['StepFailure', 'ToolError'].includes(error.name ?? '');
    if (!known) this.#print(error.stack ?? '');
    this.#print('');
  }
}
