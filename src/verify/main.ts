import { checkCourse } from '../check/check.ts';
import { concerning } from '../check/concerning.ts';
import { CourseError } from '../course/course-error.ts';
import { loadCourse } from '../course/load.ts';
import type { Course } from '../course/types.ts';
import { requireFor } from '../lab/require-for.ts';
import { openRun } from '../ledger/ownership.ts';
import { reapDead } from '../ledger/reaper.ts';
import { formatFinding } from '../lesson/format-finding.ts';
import type { Finding, Lesson } from '../lesson/types.ts';
import { ToolError } from '../machine/tool-error.ts';
import { counted } from '../typography/french.ts';
import { endRun } from './end-run.ts';
import { readOptions, type VerifyOptions } from './options.ts';
import { UsageError } from './parsed-args.ts';
import { FrenchReporter, type Tally } from './reporter.ts';
import { runTests } from './run-tests.ts';
import { selectLessons } from './select.ts';
import { partOf, recordedDuration } from './shards.ts';
import { onSignals } from './signals.ts';
import { Terminal } from './terminal.ts';

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
  const { toRun, proven, unreadable } = await selectLessons(course, { ...options, dir: options.proofs });
  const { sound, broken } = checked(course, [...toRun, ...unreadable], world);
  if (sound === undefined) return 1;
  for (const { file } of proven) world.stdout(`✓ ${file.split('/')[1]}  déjà prouvée, rien n’a changé`);
  const part = await shardOf(sound, course, options);
  if (part.length === 0) {
    if (!broken) world.stdout(nothingToDo(toRun, proven));
    return broken ? 1 : 0;
  }
  const tally = await prove(part, { course, options, world });
  world.stdout(summaryOf(tally));
  return tally.toolFailed ? 2 : tally.failed > 0 || broken ? 1 : 0;
}

async function shardOf(lessons: readonly Lesson[], course: Course, { shard }: VerifyOptions) {
  if (shard === undefined) return lessons;
  return partOf(lessons, await Promise.all(lessons.map((lesson) => recordedDuration(course, lesson))), shard);
}

function nothingToDo(toRun: readonly Lesson[], proven: readonly Lesson[]): string {
  if (toRun.length > 0) return 'Aucune leçon dans cette part.';
  return `Tout est prouvé : ${counted(proven.length, 'leçon')}.`;
}

function summaryOf({ proven, failed, skipped }: Tally): string {
  return [
    counted(proven, 'extrait prouvé', 'extraits prouvés'),
    counted(failed, 'échec'),
    counted(skipped, 'non exécuté'),
  ].join(' · ');
}

/**
 * What can be known to be wrong without a cluster is said before one is made.
 * @returns `sound`: the lessons that can be run, absent where the course itself is broken; `broken`: one that was asked
 * for cannot
 */
function checked(
  course: Course,
  asked: readonly (Lesson | { readonly file: string })[],
  { stdout, stderr }: VerifyProcess,
): { sound?: readonly Lesson[]; broken: boolean } {
  const errors = checkCourse(course, { ci: process.env['CI'] === 'true' }).filter(
    ({ severity }) => severity === 'error',
  );
  const { own, others } = concerning(errors, asked);
  for (const finding of own) stdout(formatFinding(finding));
  const elsewhere = new Set(others.map(({ file }) => file));
  if (elsewhere.size > 0) stderr(`Des erreurs attendent aussi dans ${[...elsewhere].join(', ')} (npm run check).`);
  const files = new Set(asked.map(({ file }) => file));
  const ofCourse = (finding: Finding): boolean => !files.has(finding.file);
  if (own.some(ofCourse)) return { broken: true };
  const bad = new Set(own.map(({ file }) => file));
  return { sound: course.lessons.filter((each) => asked.includes(each) && !bad.has(each.file)), broken: bad.size > 0 };
}

async function prove(
  lessons: readonly Lesson[],
  { course, options, world }: { course: Course; options: VerifyOptions; world: VerifyProcess },
): Promise<Tally> {
  const terminal = new Terminal(world);
  await requireFor(lessons, course.meta);
  for (const { run, postponed } of await reapDead({ progress: terminal.stderr })) {
    terminal.stderr(postponed?.message ?? `rangé : ce qu’avait laissé la vérification ${run}`);
  }
  const run = await openRun({ root: world.root });
  terminal.follow(run.id);
  const stopped = new AbortController();
  const forget = onSignals(async (signal) => {
    stopped.abort(); // what breaks from now on is no lesson's fault
    terminal.stderr(`\n${signal} : interrompu ; arrêt et rangement…`);
    await endRun(run, { keep: false, tell: terminal.stderr, atOnce: true });
  });
  try {
    const reporter = new FrenchReporter(course, (line) => {
      if (!stopped.signal.aborted) terminal.stdout(line);
    });
    const { update, proofs } = options;
    const context = {
      course,
      lessons: lessons.map(({ slug }) => slug),
      runId: run.id,
      stateDir: run.stateDir,
      update,
      ...(proofs === undefined ? {} : { proofs }),
    };
    await runTests(lessons, { course, context, reporter, options, signal: stopped.signal });
    // The handler of the signal ends the process, when it has tidied up.
    if (stopped.signal.aborted) await new Promise<never>(() => {});
    const { tally } = reporter;
    // A lesson that was silently left out must never look like one that holds.
    if (tally.lessons !== lessons.length) throw new Error(`vitest ran ${tally.lessons} of ${lessons.length} lessons`);
    return tally;
  } finally {
    if (!stopped.signal.aborted) {
      forget();
      await endRun(run, { keep: options.keep, tell: terminal.stderr });
    }
    terminal.close();
  }
}
