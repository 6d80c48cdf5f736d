import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { putImages } from '../lab/kind/images.ts';
import { leftovers, snapshot, type Snapshot } from '../lab/kind/leftovers.ts';
import { createNamespace, deleteNamespace } from '../lab/kind/namespace.ts';
import { processesWith, variableOf } from '../machine/processes.ts';
import type { Run } from '../ledger/ownership.ts';
import type { Cluster } from '../lab/kind/types.ts';
import { imagesOf } from '../course/images.ts';
import type { Course } from '../course/types.ts';
import { planOf, type Step } from '../lesson/plan.ts';
import type { Lesson, Position } from '../lesson/types.ts';
import { Session, type StepResult } from '../session/session.ts';
import { StepFailure } from '../session/step-failure.ts';
import type { RunInfo } from '../proof/types.ts';
import { LessonJudge } from '../judge/judge.ts';
import { asToolError } from '../machine/environment-fault.ts';
import type { Clusters } from '../lab/kind/clusters.ts';
import type { Progress } from '../verify/progress.ts';

const SESSION_VARIABLE = 'ORCHESTRE_LECON';
/** Set by the session's driver. */
const SNIPPET_VARIABLE = 'ORCHESTRE_EXTRAIT';

/** What a lesson needs of the run that it belongs to. */
export interface LessonWorld {
  readonly run: Run;
  readonly course: Course;
  readonly clusters: Clusters;
  readonly progress: Progress;
  /** Outputs that no longer hold are collected instead of being failures. */
  readonly update: boolean;
}

/** One lesson on its way through a cluster, from an empty namespace to the proof that it left nothing behind. */
export class LessonRun {
  readonly lesson: Lesson;
  readonly results = new Map<string, StepResult>();
  readonly #world: LessonWorld;
  readonly #plan: readonly Step[];
  #cluster: Cluster | undefined;
  #session: Session | undefined;
  #before: Snapshot | undefined;
  #digests: Record<string, string> = {};
  #failedLine: number | undefined;

  constructor(lesson: Lesson, world: LessonWorld) {
    this.lesson = lesson;
    this.#world = world;
    this.#plan = planOf(lesson);
  }

  /** @throws ToolError when cluster, images or shell cannot be had: the environment's failure */
  async open(): Promise<void> {
    await this.#open().catch(asToolError);
  }

  async #open(): Promise<void> {
    const { run, clusters, progress } = this.#world;
    const activity = (text: string): void => progress.activity(text);
    progress.task(`${this.lesson.slug} · préparation`);
    const cluster = await clusters.acquire(this.lesson);
    this.#cluster = cluster;
    if (cluster !== undefined) await this.#prepare(cluster);
    const dir = join(run.dir, 'lecons', this.lesson.slug);
    await rm(dir, { recursive: true, force: true });
    const kubeconfig: Record<string, string> =
      cluster === undefined ? {} : { KUBECONFIG: cluster.kubeconfig, KUBECACHEDIR: join(run.dir, 'kube-cache') };
    const [work, home] = [join(dir, 'travail'), join(dir, 'maison')];
    const began = performance.now();
    this.#session = await Session.open({
      dir,
      machines: [{ name: 'host', command: [], work, home, env: kubeconfig, local: true }],
      lesson: this.lesson,
      judge: new LessonJudge(this.lesson),
      renames: [{ from: cluster?.name ?? `orchestre-${run.id}`, to: 'orchestre' }],
      env: { ...run.env, [SESSION_VARIABLE]: this.#mark },
      world: process.env,
      clock: () => Math.round(performance.now() - began),
      update: this.#world.update,
      emit: (event) => {
        if (event.kind === 'waiting') activity(event.command);
        if (event.kind === 'began' && event.attempt > 1) activity('attend la sortie prévue');
      },
    });
  }

  async #prepare(cluster: Cluster): Promise<void> {
    const { run, course, progress } = this.#world;
    const images = imagesOf(this.lesson, course.images);
    const [digests] = await Promise.all([
      putImages(cluster, images, { run, progress: (text) => progress.activity(text) }),
      this.#prepareNamespace(cluster),
    ]);
    this.#digests = digests;
  }

  async #prepareNamespace(cluster: Cluster): Promise<void> {
    const { run } = this.#world;
    await createNamespace(cluster, this.lesson.slug, { run });
    if (this.lesson.meta.cluster === 'shared') this.#before = await snapshot(cluster, { run });
  }

  /** @returns why the step is not run: the line that failed before it; undefined when it may run */
  get stoppedAt(): number | undefined {
    return this.#failedLine;
  }

  /** @throws StepFailure when the step does not hold */
  async run(id: string): Promise<void> {
    const index = this.#plan.findIndex((step) => step.id === id);
    const step = this.#plan[index];
    if (step === undefined || this.#session === undefined) throw new Error(`unknown step ${id}, or session not open`);
    this.#world.progress.task(
      `${this.lesson.slug} · extrait ${index + 1} sur ${this.#plan.length}, ligne ${step.snippet.position.line}`,
    );
    try {
      for (const result of await this.#session.run(step).catch(asToolError)) this.#judge(result);
    } catch (error) {
      this.#failedLine = step.snippet.position.line;
      throw error;
    }
  }

  /**
   * Ends the lesson, whatever became of it.
   * @throws StepFailure when it left something behind, or something in the background did not hold
   */
  async close(): Promise<void> {
    const failures: StepFailure[] = [];
    this.#world.progress.task(`${this.lesson.slug} · rangement`);
    if (this.#session !== undefined) {
      if (this.#failedLine === undefined) {
        for (const result of await this.#session.finish()) failures.push(...failureOf(() => this.#judge(result)));
      }
      failures.push(...(await this.#survivors(this.#session.pids)));
      await this.#session.close();
    }
    failures.push(...(await this.#leaveCluster()));
    if (failures[0] !== undefined && this.#failedLine === undefined) {
      this.#failedLine = failures[0].position.line;
      throw failures[0];
    }
  }

  /** Every step of the plan ran and held. */
  get isGreen(): boolean {
    return this.#failedLine === undefined && this.#plan.every(({ id }) => this.results.has(id));
  }

  /** @returns what the transcript says of the run */
  runInfo(date: Date): RunInfo {
    const { versions } = this.#world.course.meta;
    const kubernetes = this.#cluster?.kubernetesVersion ?? versions.noeud.split(':').at(-1) ?? '';
    return { date: date.toISOString(), kind: versions.kind, kubernetes, node: versions.noeud, images: this.#digests };
  }

  #judge(result: StepResult): void {
    const { verdict, outcome, step } = result;
    const rewritable =
      this.#world.update && step.snippet.kind !== 'file' && outcome.exitCode === step.snippet.attributes.exit;
    if (!verdict.ok && !rewritable)
      throw new StepFailure({ ...step.snippet.position, line: verdict.line }, verdict.message);
    this.results.set(step.id, result);
  }

  /** Processes that outlive their snippets, by the variables that they inherited. */
  async #survivors(own: readonly number[]): Promise<StepFailure[]> {
    const found = (await processesWith(SESSION_VARIABLE, this.#mark)).filter(({ pid }) => !own.includes(pid));
    return Promise.all(
      found.map(async ({ pid, command }) => {
        const script = await variableOf(pid, SNIPPET_VARIABLE);
        kill(pid);
        const snippet = this.lesson.snippets.find(({ id }) => id === script?.split('.')[0]);
        const message = `un processus a survécu à la leçon : ${command} (${pid}) → lancez-le par un extrait background`;
        return new StepFailure(snippet?.position ?? this.#start, message);
      }),
    );
  }

  async #leaveCluster(): Promise<StepFailure[]> {
    const { run, clusters } = this.#world;
    const cluster = this.#cluster;
    if (cluster === undefined) return [];
    const left =
      this.#before === undefined ? [] : await leftovers(cluster, this.#before, { run, namespace: this.lesson.slug });
    if (this.lesson.meta.cluster === 'shared') await deleteNamespace(cluster, this.lesson.slug, { run, wait: false });
    await clusters.release(this.lesson, cluster);
    if (left.length === 0) return [];
    return [
      new StepFailure(
        this.#start,
        `la leçon laisse hors de son namespace : ${left.join(', ')} → supprimez-les à la fin, ou demandez « cluster: fresh »`,
      ),
    ];
  }

  get #mark(): string {
    return `${this.#world.run.id}-${this.lesson.slug}`;
  }

  get #start(): Position {
    return { file: this.lesson.file, line: 1, column: 1 };
  }
}

function failureOf(judge: () => void): StepFailure[] {
  try {
    judge();
    return [];
  } catch (error) {
    if (error instanceof StepFailure) return [error];
    throw error;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended meanwhile.
  }
}
