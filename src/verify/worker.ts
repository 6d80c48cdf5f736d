import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { isatty } from 'node:tty';
import { afterAll, beforeAll, inject, test } from 'vitest';
import { attachRun } from '../ledger/ownership.ts';
import { loadCourse } from '../course/load.ts';
import { StepFailure } from '../session/step-failure.ts';
import { Clusters } from '../lab/kind/clusters.ts';
import type { VerifyContext } from './context.ts';
import './context.ts';
import { LessonRun, type LessonWorld } from '../play/lesson-run.ts';
import { Progress, type ProgressStream } from './progress.ts';
import { recordLesson } from './record.ts';

// One for all lessons of the run: this module is loaded once, since vitest does not isolate test files here.
let world: Promise<LessonWorld> | undefined;

/**
 * Registers a lesson's hooks; what the generated test file of each lesson begins with.
 * @returns `step(id, title)`, which registers the test of one step
 */
export async function lessonTests(slug: string) {
  const context = inject('orchestre');
  const { course, ...rest } = await (world ??= openWorld(context));
  const lesson = course.lessons.find((each) => each.slug === slug);
  if (lesson === undefined) throw new Error(`no lesson ${slug}`);
  const run = new LessonRun(lesson, { course, ...rest });
  const locate = located(context.root);
  beforeAll(() => run.open());
  afterAll(async () => {
    await run.close().catch(locate);
    const options = { course, update: context.update, dir: context.transcripts };
    if (run.isGreen) await recordLesson(run, options).catch(locate);
  });
  const step = (id: string, title: string): void => {
    test(title, async (task) => {
      if (run.stoppedAt !== undefined) return task.skip(`l’extrait de la ligne ${run.stoppedAt} a échoué`);
      await run.run(id).catch(locate);
    });
  };
  return { step };
}

async function openWorld(context: VerifyContext): Promise<LessonWorld> {
  const [course, run] = await Promise.all([
    loadCourse(context.root),
    attachRun(context.runId, { stateDir: context.stateDir }),
  ]);
  const progress = new Progress(directStderr());
  const clusters = new Clusters(run, course.meta, (text) => progress.activity(text));
  return { run, course, clusters, progress, update: context.update };
}

/** A thread's own stderr reaches the terminal only when the main thread has time for it. */
function directStderr(): ProgressStream {
  return { isTTY: isatty(2), write: (text) => writeSync(2, text) };
}

/** The only frame that an author can do anything about is his own line. */
function located(root: string) {
  return (error: unknown): never => {
    if (error instanceof StepFailure) {
      const { file, line, column } = error.position;
      error.stack = `${error.name}: ${error.message}\n    at ${join(root, file)}:${line}:${column}`;
    }
    throw error;
  };
}
