import { join } from 'node:path';
import { BaseSequencer, type TestSpecification, createVitest } from 'vitest/node';
import type { Course } from '../course/types.ts';
import type { Lesson } from '../lesson/types.ts';
import { ToolError } from '../machine/tool-error.ts';
import type { VerifyContext } from './context.ts';
import type { VerifyOptions } from './options.ts';
import { lessonPlugin } from './plugin.ts';
import type { FrenchReporter } from './reporter.ts';
import { holdSignals } from './signals.ts';

/** Lessons run in the course's order, which is their folders'. */
class CourseSequencer extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1)));
  }
}

/** What `runTests` works with besides the lessons. */
export interface TestSetup {
  readonly course: Course;
  readonly context: VerifyContext;
  readonly reporter: FrenchReporter;
  readonly options: VerifyOptions;
  /** Aborted: no further step or lesson is begun. */
  readonly signal: AbortSignal;
}

/**
 * Runs lessons as vitest's test files, one after the other, in one thread of this process.
 * @param lessons those to run
 * @throws ToolError when vitest cannot start
 */
export async function runTests(lessons: readonly Lesson[], setup: TestSetup): Promise<void> {
  const { course, context, reporter, options, signal } = setup;
  const extra = options.reporters.map((each) => each.split('=', 2) as [string, string?]);
  const outputs = extra.flatMap(([name, file]) => (file === undefined ? [] : [[name, file] as const]));
  const github = process.env['GITHUB_ACTIONS'] === 'true' ? ['github-actions'] : [];
  const release = holdSignals();
  const vitest = await createVitest(
    {
      root: course.root,
      config: false,
      watch: false,
      include: lessons.map(({ file }) => file),
      pool: 'threads',
      maxWorkers: 1,
      isolate: false,
      fileParallelism: false,
      retry: 0,
      testTimeout: 0,
      hookTimeout: 0,
      includeTaskLocation: true,
      passWithNoTests: true,
      sequence: { sequencer: CourseSequencer },
      reporters: [reporter, ...extra.map(([name]) => name), ...github],
      outputFile: Object.fromEntries(outputs),
      provide: { orchestre: context },
    },
    { plugins: [lessonPlugin(course)], cacheDir: join(course.root, 'node_modules/.vite-verify') },
  ).catch((cause: unknown) => {
    throw new ToolError('vitest n’a pas pu démarrer.', {
      why: cause instanceof Error ? cause.message : String(cause),
      fix: 'Vérifiez les noms donnés à --reporter (junit, json, github-actions…).',
      cause,
    });
  });
  release();
  signal.addEventListener('abort', () => void vitest.cancelCurrentRun('keyboard-input'));
  await vitest.start();
  await vitest.close();
  // Vitest says 1 for whatever went wrong; what we say is decided from the tally.
  process.exitCode = 0;
}
