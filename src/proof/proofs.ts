import type { Course } from '../course/types.ts';
import { planOf, type Step } from '../lesson/plan.ts';
import type { Lesson } from '../lesson/types.ts';
import { compareStep } from '../judge/compare.ts';
import { hashesOf } from './hash.ts';
import { readTranscript, type StoreOptions, transcriptPath } from './store.ts';
import type { LessonProof, Problem, Proof, StepRecord, Transcript } from './types.ts';

/**
 * Decides what may be shown of a lesson.
 * @param course the course that the lesson belongs to
 * @param lesson the lesson as it is written now
 * @param options where its transcript is
 */
export async function loadProof(course: Course, lesson: Lesson, options: StoreOptions = {}): Promise<LessonProof> {
  return proofOf(course, lesson, await readTranscript(transcriptPath(course.root, lesson, options)));
}

/**
 * The same, with the transcript at hand.
 * @param transcript what `readTranscript` gave
 */
export function proofOf(course: Course, lesson: Lesson, transcript: Transcript | string | undefined): LessonProof {
  const hashes = hashesOf(lesson, course);
  const records = new Map(
    typeof transcript === 'object' ? transcript.records.map((record) => [record.id, record]) : [],
  );
  let stale: Step | undefined;
  const judge = (step: Step): Proof => {
    if (typeof transcript !== 'object') return unproven(step, whyUnusable(transcript), proveIt(lesson));
    const record = records.get(step.id);
    if (stale !== undefined)
      return unproven(
        step,
        `un extrait avant lui a changé depuis l’exécution enregistrée (ligne ${stale.snippet.position.line})`,
        proveIt(lesson),
      );
    if (record === undefined || record.hash !== hashes.get(step.id)) {
      stale = step;
      return unproven(step, whyStale(record), proveIt(lesson));
    }
    return judgeRecord(step, record);
  };
  const steps = planOf(lesson);
  const proofs = new Map(steps.map((step) => [step.id, judge(step)]));
  const problems = [...proofs.values()].flatMap((proof) => (proof.state === 'unproven' ? [proof.problem] : []));
  return { proofs, problems, ...(typeof transcript === 'object' ? { run: transcript.run } : {}) };
}

function judgeRecord(step: Step, record: StepRecord): Proof {
  const { skip } = step.snippet.attributes;
  if (skip !== undefined) return { state: 'skipped', reason: skip };
  const result = compareStep(step, record);
  if (result.ok) {
    return { state: record.status === 'expected-failure' ? 'expected-failure' : 'proven', record, shown: result.shown };
  }
  const position = { ...step.snippet.position, line: result.line, column: 1 };
  const fix = 'corrigez la sortie attendue, ou relancez la vérification avec --update';
  return {
    state: 'unproven',
    problem: { kind: 'sortie-differente', step: step.id, position, message: result.message, fix },
  };
}

function whyUnusable(transcript: string | undefined): string {
  return transcript === undefined
    ? 'aucune exécution n’est enregistrée'
    : `l’exécution enregistrée est inutilisable : ${transcript}`;
}

function whyStale(record: StepRecord | undefined): string {
  if (record === undefined) return 'cet extrait n’est pas dans l’exécution enregistrée';
  return 'cet extrait, ou ce sur quoi il s’exécute (cluster, versions, images), a changé depuis l’exécution enregistrée';
}

function proveIt(lesson: Lesson): string {
  return `lancez : npm run verify -- ${lesson.slug}`;
}

function unproven(step: Step, message: string, fix: string): Proof {
  const problem: Problem = { kind: 'preuve-absente', step: step.id, position: step.snippet.position, message, fix };
  return { state: 'unproven', problem };
}
