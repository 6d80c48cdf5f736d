import { createCluster, deleteCluster } from './create.ts';
import { takeKept } from './keep.ts';
import type { Run } from '../../ledger/ownership.ts';
import { ToolError } from '../../machine/tool-error.ts';
import type { Cluster, ClusterSettings, Progress } from './types.ts';
import type { CourseMeta } from '../../course/types.ts';
import type { Lesson } from '../../lesson/types.ts';

/** @returns what the cluster of lessons with so many nodes is made of */
export function settingsOf({ versions }: CourseMeta, nodes: 1 | 3 = 1): ClusterSettings {
  return { image: versions.noeud, kindVersion: versions.kind, nodes };
}

/** Gives each lesson the cluster that it asks for; the shared one is made once, for the first that asks. */
export class Clusters {
  readonly #run: Run;
  readonly #course: CourseMeta;
  readonly #progress: Progress;
  #shared: Cluster | undefined;

  constructor(run: Run, course: CourseMeta, progress: Progress) {
    this.#run = run;
    this.#course = course;
    this.#progress = progress;
  }

  /**
   * @returns the lesson's cluster, or undefined for one that needs none
   * @throws ToolError when it cannot be made
   */
  async acquire(lesson: Lesson): Promise<Cluster | undefined> {
    const { cluster, noeuds } = lesson.meta;
    const options = { run: this.#run, progress: this.#progress };
    if (cluster === 'none') return undefined;
    if (cluster === 'fresh') {
      return createCluster(settingsOf(this.#course, noeuds === 3 ? 3 : 1), { ...options, suffix: lesson.slug });
    }
    if (cluster === 'swarm') {
      throw new ToolError(`La leçon « ${lesson.slug} » demande un cluster Swarm.`, {
        why: 'ce genre de cluster n’est pas encore construit',
        fix: 'retirez-la de « lecons » dans content/cours.yaml en attendant',
      });
    }
    const settings = settingsOf(this.#course);
    this.#shared ??= (await takeKept(settings, options)) ?? (await createCluster(settings, options));
    return this.#shared;
  }

  /** Deletes what served one lesson only. */
  async release(lesson: Lesson, cluster: Cluster | undefined): Promise<void> {
    if (cluster !== undefined && lesson.meta.cluster === 'fresh') await deleteCluster(cluster, { run: this.#run });
  }

  /** @returns the shared cluster, if a lesson asked for it */
  get shared(): Cluster | undefined {
    return this.#shared;
  }
}
