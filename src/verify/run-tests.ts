import { join } from 'node:path';
import { BaseSequencer, type TestSpecification, createVitest } from 'vitest/node';
import { ToolError } from '../machine/tool-error.ts';
import type { Course } from '../course/types.ts';
import type { Lesson } from '../lesson/types.ts';
import type { VerifyContext } from './context.ts';
import type { VerifyOptions } from './options.ts';
import { lessonPlugin } from './plugin.ts';
import { holdSignals } from './signals.ts';
import type { FrenchReporter } from './reporter.ts';

/** Lessons run in the course's order, which is their folders'. */
class CourseSequencer extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1)));
  }
}

/**
 * Runs lessons as vitest's test files, one after the other, in one thread of this process.
 * @param lessons those to run
 * @param setup what the thread is told, our reporter, and the command line
 */
export async function runTests(
  lessons: readonly Lesson[],
  setup: { course: Course; context: VerifyContext; reporter: FrenchReporter; options: VerifyOptions },
): Promise<void> {
  const { course, context, reporter, options } = setup;
  const extra = options.reporters.map((each) => each.split('=', 2) as [string, string?]);
  const outputs = extra.flatMap(([name, file]) => (file === undefined ? [] : [[name, file] as const]));
  const github = process.env['GITHUB_ACTIONS'] === 'true' ? ['github-actions'] : [];
  const release = holdSignals();
  const vitest = await createVitest(
    {
      root: context.root,
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
    { plugins: [lessonPlugin(course)], cacheDir: join(context.root, 'node_modules/.vite-verify') },
  ).catch((cause: unknown) => {
    throw new ToolError('vitest n’a pas pu démarrer.', {
      why: cause instanceof Error ? cause.message : String(cause),
      fix: 'Vérifiez les noms donnés à --reporter (junit, json, github-actions…).',
      cause,
    });
  });
  release();
  await vitest.start();
  await vitest.close();
  // Vitest says 1 for whatever went wrong; what we say is decided from the tally.
  process.exitCode = 0;
}
