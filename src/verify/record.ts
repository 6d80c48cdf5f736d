import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Course } from '../course/types.ts';
import { planOf } from '../lesson/plan.ts';
import { parseLesson } from '../lesson/parse.ts';
import type { Lesson } from '../lesson/types.ts';
import type { StepResult } from '../session/session.ts';
import { StepFailure } from '../session/step-failure.ts';
import { hashesOf } from '../proof/hash.ts';
import { proofOf } from '../proof/proofs.ts';
import { readTranscript, transcriptPath, writeTranscript } from '../proof/store.ts';
import { type Problem, type StepRecord, TRANSCRIPT_VERSION, type Transcript } from '../proof/types.ts';
import { asToolError } from '../machine/environment-fault.ts';
import type { LessonRun } from '../play/lesson-run.ts';
import { rewriteOutputs } from './rewrite-outputs.ts';

export interface RecordOptions {
  readonly course: Course;
  /** Rewrite the lesson's expected outputs that no longer hold. */
  readonly update: boolean;
  /** Where transcripts go, as in `StoreOptions`; a folder of their own always gets this very run's. */
  readonly dir?: string | undefined;
}

/**
 * Writes what a wholly green run of a lesson showed.
 * @param run the lesson, closed
 * @throws ToolError when a file cannot be written; what was there is then still there
 */
export async function recordLesson(run: LessonRun, options: RecordOptions): Promise<void> {
  await record(run, options).catch(asToolError);
}

async function record(run: LessonRun, options: RecordOptions): Promise<void> {
  const { course } = options;
  const source = await unchangedSource(run, course);
  const written = options.update ? updated(run, source) : source;
  const { lesson = run.lesson } = parseLesson(written, run.lesson.file);
  const path = transcriptPath(course.root, lesson, options);
  const old = await readTranscript(path);
  const holds = options.dir === undefined && proofOf(course, lesson, old).problems.length === 0;
  const transcript = transcriptOf(run, lesson, course);
  refuseUnsound(proofOf(course, lesson, { ...transcript, seal: '' }).problems, lesson);
  if (written !== source) await replaceFile(join(course.root, run.lesson.file), written);
  if (!holds) await writeTranscript(path, transcript);
}

function transcriptOf(run: LessonRun, lesson: Lesson, course: Course): Omit<Transcript, 'seal'> {
  const hashes = hashesOf(lesson, course);
  const records = planOf(lesson).flatMap(({ id }) => {
    const result = run.results.get(id);
    return result === undefined ? [] : [recordOf(result, hashes.get(id) ?? '')];
  });
  return { version: TRANSCRIPT_VERSION, lesson: lesson.slug, run: run.runInfo(new Date()), records };
}

function recordOf({ step, status, outcome }: StepResult, hash: string): StepRecord {
  const { exitCode, durationMs, output, timing } = outcome;
  const waits = outcome.waits.map(({ startMs: _, ...wait }) => wait);
  return { id: step.id, hash, status, exitCode, durationMs, output, timing, waits };
}

/** The last look before anything is written: rewriting must not have made another lesson of it. */
function refuseUnsound([problem]: readonly Problem[], lesson: Lesson): void {
  if (problem === undefined) return;
  const what = `ce qui allait être enregistré ne tiendrait pas (${problem.message}) → corrigez la sortie à la main`;
  throw new StepFailure({ ...problem.position, file: lesson.file }, what);
}

/** What ran is what was loaded: a lesson edited meanwhile would get a proof for what nobody has run. */
async function unchangedSource({ lesson }: LessonRun, course: Course): Promise<string> {
  const source = await readFile(join(course.root, lesson.file), 'utf8');
  if (source === course.sources.get(lesson.file)) return source;
  const place = { file: lesson.file, line: 1, column: 1 };
  throw new StepFailure(place, 'la leçon a été modifiée pendant qu’elle s’exécutait → relancez la vérification');
}

function updated(run: LessonRun, source: string): string {
  const changes = [...run.results.values()].flatMap(({ step, outcome, verdict }) =>
    verdict.ok || step.mustFail ? [] : [{ snippet: step.snippet, output: outcome.output }],
  );
  return rewriteOutputs(source, changes);
}

async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
