import { suppliesOf } from '../../course/supplies.ts';
import type { CourseMeta } from '../../course/types.ts';
import type { Lesson } from '../../lesson/types.ts';
import type { Progress } from '../../machine/progress.ts';
import type { ToolError } from '../../machine/tool-error.ts';
import { type LabContext, lessonDir } from '../context.ts';
import type { Lab, LabProvider } from '../types.ts';
import { ClustersAhead } from './ahead.ts';
import { faultOf } from './fault.ts';
import { createCluster, deleteCluster } from './create.ts';
import { putImages } from './images.ts';
import { takeKept } from './keep.ts';
import { KindLab } from './kind-lab.ts';
import type { Cluster, ClusterSettings } from './types.ts';

/** What the shared cluster is begun for; no lesson's slug is empty. */
const SHARED = '';

/** @returns what the cluster of lessons with so many nodes is made of */
export function settingsOf({ versions }: Pick<CourseMeta, 'versions'>, nodes: 1 | 3 = 1): ClusterSettings {
  return { image: versions.noeud, kindVersion: versions.kind, nodes };
}

/**
 * kind clusters: `shared`, made once for the first lesson that asks and replaced where a lesson broke it, and `fresh`,
 * one a lesson.
 */
export class KindLabs implements LabProvider {
  readonly #context: LabContext;
  /** Namespaces that lessons have had on the shared cluster: they go in their own time. */
  readonly #namespaces = new Set<string>();
  readonly #ahead = new ClustersAhead();
  #shared: Cluster | undefined;
  #failure: ToolError | undefined;

  constructor(context: LabContext) {
    this.#context = context;
  }

  async enter(lesson: Lesson): Promise<Lab> {
    const fresh = lesson.meta.cluster === 'fresh';
    const cluster = fresh
      ? ((await this.#ahead.take(lesson.slug)) ?? (await this.#create(lesson, this.#context.progress)))
      : await this.#acquireShared();
    if (!fresh) this.#namespaces.add(lesson.slug);
    const lab = new KindLab(cluster, lesson, {
      ...this.#context,
      dir: lessonDir(this.#context.run, lesson),
      ...(fresh ? {} : { neighbours: this.#namespaces }),
      left: (spoiled) => (fresh || spoiled ? this.#discard(cluster) : Promise.resolve()),
    });
    try {
      await lab.prepare(suppliesOf(lesson, this.#context.course));
      return lab;
    } catch (error) {
      // A cluster that died is replaced for the next lesson; the error says what happened to this one.
      const dead = await faultOf(cluster, this.#context.run.exec);
      if (fresh || dead !== undefined) await this.#discard(cluster).catch(() => undefined);
      throw dead ?? error;
    }
  }

  announce(lesson: Lesson): void {
    if (lesson.meta.cluster === 'fresh') this.#ahead.begin(lesson.slug, () => this.#createWithImages(lesson));
    else if (this.#shared === undefined && this.#failure === undefined)
      this.#ahead.begin(SHARED, () => this.#makeShared());
  }

  async #acquireShared(): Promise<Cluster> {
    // It takes minutes to fail: nineteen lessons do not try again what the first could not have.
    if (this.#failure !== undefined) throw this.#failure;
    try {
      this.#shared ??= (await this.#ahead.take(SHARED)) ?? (await this.#makeShared(this.#context.progress));
      return this.#shared;
    } catch (error) {
      this.#failure = error as ToolError;
      throw error;
    }
  }

  /** @param progress none for what is made ahead: the terminal's line is the running lesson's */
  async #makeShared(progress?: Progress): Promise<Cluster> {
    const { run, course } = this.#context;
    const settings = settingsOf(course.meta);
    const options = { run, ...(progress && { progress }) };
    return (await takeKept(settings, options)) ?? createCluster(settings, options);
  }

  #create(lesson: Lesson, progress?: Progress): Promise<Cluster> {
    const { run, course } = this.#context;
    const settings = settingsOf(course.meta, lesson.meta.noeuds === 3 ? 3 : 1);
    return createCluster(settings, { run, suffix: lesson.slug, ...(progress && { progress }) });
  }

  async #createWithImages(lesson: Lesson): Promise<Cluster> {
    const { run, course } = this.#context;
    const cluster = await this.#create(lesson);
    // `enter` asks for them again, finds them there, and says so where one cannot be had.
    await putImages(cluster, suppliesOf(lesson, course).images, { run }).catch(() => undefined);
    return cluster;
  }

  async #discard(cluster: Cluster): Promise<void> {
    if (cluster === this.#shared) {
      this.#shared = undefined;
      this.#namespaces.clear();
    }
    await deleteCluster(cluster, { run: this.#context.run });
  }
}
