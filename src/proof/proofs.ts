import type { Course } from '../course/types.ts';
import { LessonJudge } from '../judge/judge.ts';
import { statusOf } from '../judge/status.ts';
import { commandsOf } from '../lesson/commands.ts';
import { planOf, type Step } from '../lesson/plan.ts';
import type { Lesson } from '../lesson/types.ts';
import { readClusterEvents } from './cluster-events.ts';
import { hashesOf } from './hash.ts';
import { measureProblems } from './measures.ts';
import { proofFolder, readProof, type StoreOptions } from './store.ts';
import type { LessonProof, Problem, Proof, StepRecord, Transcript } from './types.ts';

/**
 * Decides what may be shown of a lesson.
 * @param course the course that the lesson belongs to
 * @param lesson the lesson as it is written now
 * @param options where its proof is
 */
export async function loadProof(course: Course, lesson: Lesson, options: StoreOptions = {}): Promise<LessonProof> {
  const folder = proofFolder(course.root, lesson, options);
  const transcript = await readProof(folder);
  const events = typeof transcript === 'object' ? await readClusterEvents(folder, transcript) : undefined;
  return {
    ...proofOf(course, lesson, transcript),
    ...(typeof events === 'object' ? { events } : {}),
    ...(typeof events === 'string' ? { eventsProblem: events } : {}),
  };
}

/**
 * The same, with the transcript at hand.
 * @param transcript what `readProof` gave
 */
export function proofOf(course: Course, lesson: Lesson, transcript: Transcript | string | undefined): LessonProof {
  const steps = planOf(lesson);
  const unusable = whyUnusable(transcript, lesson);
  const judgeStep = unusable === undefined ? gate(course, lesson, transcript as Transcript) : undefined;
  const proofs = new Map(
    steps.map((step, index) => [step.id, judgeStep?.(step, index) ?? withoutProof(step, unusable ?? '', lesson)]),
  );
  const unproven = [...proofs.values()].flatMap((proof) => (proof.state === 'unproven' ? [proof.problem] : []));
  const problems = [...unproven, ...measureProblems(lesson, proofs)];
  return { proofs, problems, ...(typeof transcript === 'object' ? { run: transcript.run } : {}) };
}

/** @returns what may be said of each step; to be asked in the order of the plan */
function gate(course: Course, lesson: Lesson, { records }: Transcript): (step: Step, index: number) => Proof {
  const hashes = hashesOf(lesson, course);
  const last = planOf(lesson).length - 1;
  const judge = new LessonJudge(lesson);
  let stale: Step | undefined;
  return (step, index) => {
    if (stale !== undefined) {
      const line = stale.snippet.position.line;
      return withoutProof(step, `un extrait avant lui a changé depuis l’exécution enregistrée (ligne ${line})`, lesson);
    }
    const record = records[index];
    const why =
      whyStale(step, record, hashes.get(step.id)) ??
      // The lesson's end was judged behind them: what they tidied up would be left behind now.
      (index === last && records.length > last + 1
        ? 'l’exécution enregistrée a exécuté ensuite des extraits que la leçon n’a plus'
        : undefined);
    if (why === undefined && record !== undefined) return proofOfRecord(step, record, judge);
    stale = step;
    return withoutProof(step, why ?? '', lesson);
  };
}

function proofOfRecord(step: Step, record: StepRecord, judge: LessonJudge): Proof {
  const { skip } = step.snippet.attributes;
  if (skip !== undefined) return { state: 'skipped', reason: skip };
  const verdict = judge.judge(step, record);
  if (verdict.ok) {
    judge.accept(step, record);
    return {
      state: record.status === 'expected-failure' ? 'expected-failure' : 'proven',
      record,
      shown: verdict.shown,
    };
  }
  const position = { ...step.snippet.position, line: verdict.line, column: 1 };
  const fix = 'corrigez la sortie attendue, ou relancez la vérification avec --update';
  return {
    state: 'unproven',
    problem: { kind: 'sortie-differente', step: step.id, position, message: verdict.message, fix },
  };
}

function whyUnusable(transcript: Transcript | string | undefined, { slug }: Lesson): string | undefined {
  if (transcript === undefined) return 'aucune exécution n’est enregistrée';
  if (typeof transcript === 'string') return `l’exécution enregistrée est inutilisable : ${transcript}`;
  if (transcript.lesson !== slug)
    return `l’exécution enregistrée est celle d’une autre leçon, « ${transcript.lesson} »`;
  return undefined;
}

/** A record holds for a step only where it is of that very step, ended as it has to, and waited for what it says. */
function whyStale(step: Step, record: StepRecord | undefined, hash: string | undefined): string | undefined {
  if (record?.id !== step.id) return 'cet extrait n’est pas à sa place dans l’exécution enregistrée';
  if (record.hash !== hash) {
    return 'cet extrait, ou ce sur quoi il s’exécute (cluster, versions, images), a changé depuis l’exécution enregistrée';
  }
  if (record.status !== statusOf(step)) return 'l’exécution enregistrée ne s’est pas terminée comme il le demande';
  if (record.status === 'skipped') return undefined;
  const expected = step.mustFail ? [] : commandsOf(step.snippet).waits;
  const waited = record.waits.map(({ command }) => command);
  if (waited.join('\n') !== expected.join('\n')) return 'l’exécution enregistrée n’a pas attendu ce qu’il demande';
  const { artefact } = step.snippet.attributes;
  if (record.artefacts.map(({ name }) => name).join() !== (artefact ?? '')) {
    return artefact === undefined
      ? 'l’exécution enregistrée a gardé un fichier qu’il ne demande pas'
      : `l’exécution enregistrée n’a pas gardé ${artefact}`;
  }
  return undefined;
}

function withoutProof(step: Step, message: string, lesson: Lesson): Proof {
  const fix = `lancez : npm run verify -- ${lesson.slug}`;
  const problem: Problem = { kind: 'preuve-absente', step: step.id, position: step.snippet.position, message, fix };
  return { state: 'unproven', problem };
}
