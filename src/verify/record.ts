import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ToolError } from '../cluster/tool-error.ts';
import type { Course } from '../course/types.ts';
import { planOf } from '../lesson/plan.ts';
import { parseLesson } from '../lesson/parse.ts';
import { StepFailure } from '../session/step-failure.ts';
import { hashesOf } from '../transcript/hash.ts';
import { proofOf } from '../transcript/proofs.ts';
import { readTranscript, transcriptPath, writeTranscript } from '../transcript/store.ts';
import { TRANSCRIPT_VERSION } from '../transcript/types.ts';
import type { LessonRun } from './lesson-run.ts';
import { rewriteOutputs } from './rewrite-outputs.ts';

/** What was written of a green lesson. */
export interface Recorded {
  /** Expected outputs that were rewritten in the lesson. */
  readonly rewritten: number;
  /** False when the proof that was there still holds: its file is left byte for byte. */
  readonly transcript: boolean;
}

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
export async function recordLesson(run: LessonRun, options: RecordOptions): Promise<Recorded> {
  try {
    return await record(run, options);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    throw new ToolError(`La leçon « ${run.lesson.slug} » est prouvée, mais n’a pas pu être enregistrée.`, {
      why: cause.message,
      fix: 'Faites de la place ou corrigez les droits, puis relancez : rien n’a été perdu ni écrit à moitié.',
      cause,
    });
  }
}

async function record(run: LessonRun, options: RecordOptions): Promise<Recorded> {
  const { course } = options;
  const source = await unchangedSource(run, course);
  const { source: written, count: rewritten } = options.update ? updated(run, source) : { source, count: 0 };
  if (written !== source) await replaceFile(join(course.root, run.lesson.file), written);
  const { lesson = run.lesson } = parseLesson(written, run.lesson.file);
  const path = transcriptPath(course.root, lesson, options);
  const old = await readTranscript(path);
  if (options.dir === undefined && proofOf(course, lesson, old).problems.length === 0)
    return { rewritten, transcript: false };
  const hashes = hashesOf(lesson, course);
  const records = planOf(lesson).flatMap(({ id }) => {
    const result = run.results.get(id);
    return result === undefined ? [] : [{ ...result.record, hash: hashes.get(id) ?? '' }];
  });
  await writeTranscript(path, {
    version: TRANSCRIPT_VERSION,
    lesson: lesson.slug,
    run: run.runInfo(new Date()),
    records,
  });
  return { rewritten, transcript: true };
}

/** What ran is what was loaded: a lesson edited meanwhile would get a proof for what nobody has run. */
async function unchangedSource({ lesson }: LessonRun, course: Course): Promise<string> {
  const source = await readFile(join(course.root, lesson.file), 'utf8');
  if (source === course.sources.get(lesson.file)) return source;
  const place = { file: lesson.file, line: 1, column: 1 };
  throw new StepFailure(place, 'la leçon a été modifiée pendant qu’elle s’exécutait → relancez la vérification');
}

function updated(run: LessonRun, source: string): { source: string; count: number } {
  const changes = [...run.results.values()].flatMap(({ step, record, comparison }) =>
    comparison.ok || step.mustFail ? [] : [{ snippet: step.snippet, output: record.output }],
  );
  return { source: rewriteOutputs(source, changes), count: changes.length };
}

async function replaceFile(path: string, text: string): Promise<void> {
  await writeFile(`${path}.tmp`, text);
  await rename(`${path}.tmp`, path);
}
