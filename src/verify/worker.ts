import { BroadcastChannel } from 'node:worker_threads';
import { join } from 'node:path';
import { afterAll, beforeAll, inject, test } from 'vitest';
import { labsOf } from '../lab/labs.ts';
import { attachRun, type Run } from '../ledger/ownership.ts';
import type { PlayListener } from '../play/events.ts';
import { LessonPlay } from '../play/lesson-play.ts';
import { StepFailure } from '../session/step-failure.ts';
import { type ProgressMessage, progressChannel, type VerifyContext } from './context.ts';
import { recordLesson } from './record.ts';

/** What all lessons of a run share. */
interface World {
  readonly run: Run;
  readonly labs: ReturnType<typeof labsOf>;
  readonly tell: (message: ProgressMessage) => void;
}

// One for all lessons of the run: this module is loaded once, since vitest does not isolate test files here.
let world: Promise<World> | undefined;

/**
 * Registers a lesson's hooks; what the generated test file of each lesson begins with.
 * @returns `step(id, title)`, which registers the test of one step
 */
export async function lessonTests(slug: string) {
  const context = inject('orchestre');
  const { course, lessons, update } = context;
  const { run, labs, tell } = await (world ??= openWorld(context));
  const lesson = course.lessons.find((each) => each.slug === slug);
  if (lesson === undefined) throw new Error(`no lesson ${slug}`);
  const listen = tellerOf(slug, tell);
  const play = new LessonPlay(lesson, { run, labs: labs[lesson.meta.cluster], world: process.env, update, listen });
  const locate = located(course.root);
  const next = course.lessons.find((each) => each.slug === lessons[lessons.indexOf(slug) + 1]);
  beforeAll(async () => {
    await play.open();
    if (next !== undefined) labs[next.meta.cluster].announce(next);
  });
  afterAll(async () => {
    const failures = await play.close();
    if (play.isGreen) await recordLesson(play, { course, update, dir: context.proofs }).catch(locate);
    for (const failure of failures) locate(failure, { raise: false });
    // vitest reports each error of a list; only one could be thrown otherwise.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (failures.length > 0) throw failures;
  });
  const step = (id: string, title: string): void => {
    test(title, async (task) => {
      if (play.stoppedAt !== undefined) return task.skip(`l’extrait de la ligne ${play.stoppedAt} a échoué`);
      await play.run(id).catch(locate);
      if (play.results.get(id)?.status === 'skipped') task.skip('son auteur le dit non exécuté');
    });
  };
  return { step };
}

async function openWorld({ course, runId, stateDir }: VerifyContext): Promise<World> {
  const run = await attachRun(runId, { stateDir });
  const channel = new BroadcastChannel(progressChannel(runId));
  channel.unref();
  const tell = (message: ProgressMessage): void => channel.postMessage(message);
  const progress = (text: string): void => tell({ kind: 'activity', text });
  return { run, labs: labsOf({ run, course, progress }), tell };
}

/** Says what a lesson is at, in the words of the terminal's last line. */
function tellerOf(slug: string, tell: World['tell']): PlayListener {
  const task = (text: string): void => tell({ kind: 'task', text: `${slug} · ${text}` });
  const activity = (text: string): void => tell({ kind: 'activity', text });
  const lastLine = seldom((line: string) => tell({ kind: 'detail', text: line }));
  return (event) => {
    switch (event.kind) {
      case 'preparing':
        return task('préparation');
      case 'closing':
        return task('rangement');
      case 'running':
        return task(`extrait ${event.index + 1} sur ${event.total}, ligne ${event.step.snippet.position.line}`);
      case 'began':
        if (event.attempt > 1) activity('attend la sortie prévue');
        return event.attempt > 1 ? tell({ kind: 'detail', text: `essai ${event.attempt}` }) : undefined;
      case 'line':
        return lastLine(event.text);
      case 'waiting':
        return event.line === undefined ? activity(event.command) : lastLine(event.line);
      case 'activity':
        return activity(event.text);
      case 'notice':
        return tell({ kind: 'notice', text: `${slug} · ${event.text}` });
      default:
        return undefined;
    }
  };
}

/** Milliseconds between two lines that are told: a snippet may print thousands a second. */
const SELDOM_MS = 250;

function seldom(say: (line: string) => void): (line: string) => void {
  let last = -SELDOM_MS;
  return (line) => {
    const now = performance.now();
    if (line.trim() === '' || now - last < SELDOM_MS) return;
    last = now;
    say(`« ${line.trim()} »`);
  };
}

/** The only frame that an author can do anything about is his own line. */
function located(root: string) {
  return (error: unknown, { raise = true } = {}): void => {
    if (error instanceof StepFailure) {
      const { file, line, column } = error.position;
      error.stack = `${error.name}: ${error.message}\n    at ${join(root, file)}:${line}:${column}`;
    }
    if (raise) throw error;
  };
}
