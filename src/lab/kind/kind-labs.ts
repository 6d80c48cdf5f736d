import { suppliesOf } from '../../course/supplies.ts';
import type { CourseMeta } from '../../course/types.ts';
import type { Lesson } from '../../lesson/types.ts';
import type { ToolError } from '../../machine/tool-error.ts';
import { type LabContext, lessonDir } from '../context.ts';
import type { Lab, LabProvider } from '../types.ts';
import { faultOf } from './fault.ts';
import { createCluster, deleteCluster } from './create.ts';
import { takeKept } from './keep.ts';
import { KindLab } from './kind-lab.ts';
import type { Cluster, ClusterSettings } from './types.ts';

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
  #shared: Cluster | undefined;
  #failure: ToolError | undefined;

  constructor(context: LabContext) {
    this.#context = context;
  }

  async enter(lesson: Lesson): Promise<Lab> {
    const fresh = lesson.meta.cluster === 'fresh';
    const cluster = fresh ? await this.#create(lesson) : await this.#acquireShared();
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

  async #acquireShared(): Promise<Cluster> {
    // It takes minutes to fail: nineteen lessons do not try again what the first could not have.
    if (this.#failure !== undefined) throw this.#failure;
    const { run, course, progress } = this.#context;
    const settings = settingsOf(course.meta);
    const options = { run, progress };
    try {
      this.#shared ??= (await takeKept(settings, options)) ?? (await createCluster(settings, options));
      return this.#shared;
    } catch (error) {
      this.#failure = error as ToolError;
      throw error;
    }
  }

  #create(lesson: Lesson): Promise<Cluster> {
    const { run, course, progress } = this.#context;
    const settings = settingsOf(course.meta, lesson.meta.noeuds === 3 ? 3 : 1);
    return createCluster(settings, { run, progress, suffix: lesson.slug });
  }

  async #discard(cluster: Cluster): Promise<void> {
    if (cluster === this.#shared) {
      this.#shared = undefined;
      this.#namespaces.clear();
    }
    await deleteCluster(cluster, { run: this.#context.run });
  }
}
