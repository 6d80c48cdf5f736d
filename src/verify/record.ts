import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Artefact } from '../artefact/artefact.ts';
import type { Course } from '../course/types.ts';
import { parseLesson } from '../lesson/parse.ts';
import { planOf } from '../lesson/plan.ts';
import type { Lesson } from '../lesson/types.ts';
import { asToolError } from '../machine/environment-fault.ts';
import type { LessonPlay } from '../play/lesson-play.ts';
import { readClusterEvents } from '../proof/cluster-events.ts';
import { hashesOf } from '../proof/hash.ts';
import { proofOf } from '../proof/proofs.ts';
import { TRANSCRIPT_VERSION } from '../proof/schema.ts';
import { artefactEntry, keepsSame, proofFolder, readProof, writeProof } from '../proof/store.ts';
import type { Problem, StepRecord, Transcript } from '../proof/types.ts';
import type { StepResult } from '../session/session.ts';
import { StepFailure } from '../session/step-failure.ts';
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
 * @param play the lesson, closed
 * @throws ToolError when a file cannot be written; what was there is then still there
 */
export async function recordLesson(play: LessonPlay, options: RecordOptions): Promise<void> {
  await record(play, options).catch(asToolError);
}

async function record(play: LessonPlay, options: RecordOptions): Promise<void> {
  const { course } = options;
  const source = await unchangedSource(play, course);
  const written = options.update ? updated(play, source) : source;
  const { lesson = play.lesson } = parseLesson(written, play.lesson.file);
  const folder = proofFolder(course.root, lesson, options);
  const old = await readProof(folder);
  const artefacts = artefactsOf(play, lesson);
  const holds =
    options.dir === undefined &&
    typeof old === 'object' &&
    proofOf(course, lesson, old).problems.length === 0 &&
    (await keepsSame(folder, old, artefacts)) &&
    (play.events.length === 0 || typeof (await readClusterEvents(folder, old)) === 'object');
  const transcript = transcriptOf(play, lesson, course);
  refuseUnsound(proofOf(course, lesson, { ...transcript, seal: '' }).problems, lesson);
  if (written !== source) await writeFileAtomic(join(course.root, play.lesson.file), written);
  if (!holds) await writeProof(folder, transcript, artefacts, play.events);
}

function artefactsOf(play: LessonPlay, lesson: Lesson): Artefact[] {
  return planOf(lesson).flatMap(({ id }) => play.results.get(id)?.artefact ?? []);
}

function transcriptOf(play: LessonPlay, lesson: Lesson, course: Course): Omit<Transcript, 'seal'> {
  const hashes = hashesOf(lesson, course);
  const records = planOf(lesson).flatMap(({ id }) => {
    const result = play.results.get(id);
    return result === undefined ? [] : [recordOf(result, hashes.get(id) ?? '')];
  });
  const { versions, digests } = play.found;
  const run = { date: new Date().toISOString(), versions: { ...versions }, images: { ...digests } };
  return { version: TRANSCRIPT_VERSION, lesson: lesson.slug, run, records };
}

function recordOf({ step, status, outcome, artefact }: StepResult, hash: string): StepRecord {
  const { failedLine: _, timing, commands, waits, ...measured } = outcome;
  return {
    id: step.id,
    hash,
    status,
    ...measured,
    timing: timing.map(([ms, lines]) => [ms, lines]),
    commands: [...commands],
    waits: [...waits],
    artefacts: artefact === undefined ? [] : [artefactEntry(artefact)],
  };
}

/** The last look before anything is written: rewriting must not have made another lesson of it. */
function refuseUnsound([problem]: readonly Problem[], lesson: Lesson): void {
  if (problem === undefined) return;
  const fix = problem.kind === 'mesure-illisible' ? problem.fix : 'corrigez la sortie à la main';
  const what = `ce qui allait être enregistré ne tiendrait pas (${problem.message}) → ${fix}`;
  throw new StepFailure({ ...problem.position, file: lesson.file }, what);
}

/** What ran is what was loaded: a lesson edited meanwhile would get a proof for what nobody has run. */
async function unchangedSource({ lesson }: LessonPlay, course: Course): Promise<string> {
  const source = await readFile(join(course.root, lesson.file), 'utf8');
  if (source === course.sources.get(lesson.file)) return source;
  const place = { file: lesson.file, line: 1, column: 1 };
  throw new StepFailure(place, 'la leçon a été modifiée pendant qu’elle s’exécutait → relancez la vérification');
}

function updated(play: LessonPlay, source: string): string {
  const printed = [...play.results.values()].map(({ step, outcome }) => ({ step, output: outcome.output }));
  return rewriteOutputs(source, play.lesson, printed).source;
}
