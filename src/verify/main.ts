import { keepCluster } from '../lab/kind/keep.ts';
import { isShared } from '../lab/kind/names.ts';
import { reapDead, reapRun } from '../ledger/reaper.ts';
import { requireTools } from '../lab/kind/require.ts';
import { attachRun, openRun, type Run } from '../ledger/ownership.ts';
import { ToolError } from '../machine/tool-error.ts';
import { checkCourse } from '../check/check.ts';
import { formatFinding } from '../lesson/format-finding.ts';
import { CourseError } from '../course/course-error.ts';
import { loadCourse } from '../course/load.ts';
import type { Course } from '../course/types.ts';
import type { Lesson } from '../lesson/types.ts';
import { counted } from '../typography/french.ts';
import { settingsOf } from '../lab/kind/clusters.ts';
import { readOptions, UsageError, type VerifyOptions } from './options.ts';
import { FrenchReporter, type Tally } from './reporter.ts';
import { runTests } from './run-tests.ts';
import { partOf, selectLessons } from './select.ts';
import { onSignals } from './signals.ts';

/** The process that a verification works in. */
export interface VerifyProcess {
  readonly root: string;
  readonly args: readonly string[];
  readonly stdout: (line: string) => void;
  readonly stderr: (line: string) => void;
}

/** 0 proven, 1 a lesson does not hold, 2 the tool or its environment failed. */
export type ExitCode = 0 | 1 | 2;

/**
 * `npm run verify`, from its arguments to its exit code.
 * @returns the exit code; throws only for what is a defect of ours
 */
export async function verify(world: VerifyProcess): Promise<ExitCode> {
  try {
    return await verifyCourse(readOptions(world.args), world);
  } catch (error) {
    const fault = error instanceof ToolError || error instanceof UsageError;
    if (!fault && !(error instanceof CourseError)) throw error;
    world.stderr(error.message);
    return fault ? 2 : 1;
  }
}

async function verifyCourse(options: VerifyOptions, world: VerifyProcess): Promise<ExitCode> {
  const course = await loadCourse(world.root);
  if (!isSound(course, world)) return 1;
  const { toRun, proven } = await selectLessons(course, { ...options, dir: options.transcripts });
  for (const { file } of proven) world.stdout(`✓ ${file.split('/')[1]}  déjà prouvée, rien n’a changé`);
  const part = partOf(toRun, options.shard);
  if (part.length === 0) {
    world.stdout(
      toRun.length === 0 ? `Tout est prouvé : ${counted(proven.length, 'leçon')}.` : 'Aucune leçon dans cette part.',
    );
    return 0;
  }
  const tally = await prove(part, { course, options, world });
  world.stdout(summaryOf(tally));
  return tally.toolFailed ? 2 : tally.failed > 0 ? 1 : 0;
}

function summaryOf({ proven, failed, skipped }: Tally): string {
  return [
    counted(proven, 'extrait prouvé', 'extraits prouvés'),
    counted(failed, 'échec'),
    counted(skipped, 'non exécuté'),
  ].join(' · ');
}

/** What can be known to be wrong without a cluster is said before one is made. */
function isSound(course: Course, { stdout }: VerifyProcess): boolean {
  const errors = checkCourse(course, { ci: process.env['CI'] === 'true' }).filter(
    ({ severity }) => severity === 'error',
  );
  for (const finding of errors) stdout(formatFinding(finding));
  return errors.length === 0;
}

async function prove(
  lessons: readonly Lesson[],
  { course, options, world }: { course: Course; options: VerifyOptions; world: VerifyProcess },
): Promise<Tally> {
  if (lessons.some(({ meta }) => meta.cluster !== 'none')) await requireTools(settingsOf(course.meta));
  for (const { run } of await reapDead({ progress: world.stderr }))
    world.stderr(`rangé : ce qu’avait laissé la vérification ${run}`);
  const run = await openRun({ root: world.root });
  let stopped = false;
  const forget = onSignals((signal) => {
    stopped = true; // what breaks from now on is no lesson's fault
    return endRun(run, { keep: false, world, signal });
  });
  try {
    const reporter = new FrenchReporter(world.root, (line) => {
      if (!stopped) world.stdout(line);
    });
    const { update, transcripts } = options;
    const context = {
      root: world.root,
      runId: run.id,
      stateDir: run.stateDir,
      update,
      ...(transcripts === undefined ? {} : { transcripts }),
    };
    await runTests(lessons, { course, context, reporter, options });
    // A lesson that was silently left out must never look like one that holds.
    const { tally } = reporter;
    if (!stopped && tally.lessons !== lessons.length) {
      throw new Error(`vitest ran ${tally.lessons} of ${lessons.length} lessons`);
    }
    return tally;
  } finally {
    forget();
    await endRun(run, { keep: options.keep, world });
  }
}

/** Removes all that the run made, but for the shared cluster where it is to be kept. */
async function endRun(
  run: Run,
  { keep, world, signal }: { keep: boolean; world: VerifyProcess; signal?: string },
): Promise<void> {
  if (signal !== undefined) world.stderr(`\n${signal} : arrêt et rangement…`);
  const current = await attachRun(run.id, { stateDir: run.stateDir });
  const shared = current.record.clusters.find(({ settings, name }) => settings.nodes === 1 && isShared(name));
  if (keep && shared !== undefined) {
    await keepCluster(shared, { run: current });
    world.stderr(`cluster gardé : ${shared.name} (npm run doctor -- --clean pour le supprimer)`);
  }
  const reaped = await reapRun(current);
  if (reaped.postponed !== undefined) world.stderr(reaped.postponed.message);
}
