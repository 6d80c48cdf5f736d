import { join } from 'node:path';
import type { ClusterObject as DrawnObject, Gone } from '../../cluster-map/types.ts';
import type { Supplies } from '../../course/supplies.ts';
import type { Lesson, Position } from '../../lesson/types.ts';
import type { ExecResult } from '../../machine/exec.ts';
import { settled } from '../../machine/settled.ts';
import { ToolError } from '../../machine/tool-error.ts';
import type { LabContext } from '../context.ts';
import { hostMachine } from '../host.ts';
import { versionsOf } from '../tools.ts';
import { PUBLIC_NAME } from '../../ledger/names.ts';
import type { Following, Inspection, Lab, Machine, Shown, Trouble } from '../types.ts';
import { faultOf } from './fault.ts';
import { followCluster } from './follow/follow.ts';
import { putImages } from './images.ts';
import { differencesOf, stuckIn } from './leftovers.ts';
import { writeLessonKubeconfig } from './lesson-kubeconfig.ts';
import { lostFieldsOf } from './lost-fields.ts';
import { createNamespace, deleteNamespace } from './namespace.ts';
import { type ClusterObject, objectsOf } from './objects.ts';
import { PodWatch } from './pod-watch.ts';
import type { Cluster } from './types.ts';
import { unseenTroubles } from './unseen.ts';
import { warningsIn } from './warnings.ts';

export interface KindLabOptions extends LabContext {
  /** Absolute folder of the lesson's own. */
  readonly dir: string;
  /** Namespaces of lessons on the same cluster; absent where the cluster is the lesson's own. */
  readonly neighbours?: ReadonlySet<string>;
  /** Told when the lesson has left; `spoiled`: the cluster is no longer as it was. */
  readonly left: (spoiled: boolean) => Promise<void>;
}

/** One lesson on a kind cluster, in a namespace named for it. */
export class KindLab implements Lab {
  machines: readonly Machine[] = [];
  versions: Readonly<Record<string, string>> = {};
  digests: Readonly<Record<string, string>> = {};
  readonly renames;
  readonly #cluster: Cluster;
  readonly #lesson: Lesson;
  readonly #options: KindLabOptions;
  #watch: PodWatch | undefined;
  #following: Following | undefined;
  #before: readonly ClusterObject[] = [];
  #spoiled = false;

  constructor(cluster: Cluster, lesson: Lesson, options: KindLabOptions) {
    this.#cluster = cluster;
    this.#lesson = lesson;
    this.#options = options;
    this.renames = [
      { from: cluster.name, to: PUBLIC_NAME },
      { from: this.#kubeconfig, to: '~/.kube/config' },
    ];
  }

  /**
   * Puts the lesson's images on the nodes and gives it a namespace, a kubeconfig and a machine.
   * @throws ToolError when one of them cannot be had
   */
  async prepare({ images, tools }: Supplies): Promise<void> {
    const { run, progress, dir, neighbours } = this.#options;
    const cluster = this.#cluster;
    const { kind: _kind, node: _node, ...programs } = tools;
    const kubeconfig = this.#kubeconfig;
    const [machine, digests, found] = await settled([
      hostMachine(dir, { KUBECONFIG: kubeconfig, KUBECACHEDIR: join(run.dir, 'kube-cache') }),
      putImages(cluster, images, { run, progress }),
      versionsOf(programs, run.exec),
      createNamespace(cluster, this.#lesson.slug, { run }),
    ] as const);
    await writeLessonKubeconfig(cluster.kubeconfig, kubeconfig, this.#lesson.slug);
    this.machines = [machine];
    this.digests = digests;
    this.versions = {
      Kubernetes: cluster.kubernetesVersion.replace(/^v/, ''),
      kind: cluster.settings.kindVersion,
      ...found,
    };
    if (neighbours !== undefined) this.#before = await objectsOf(cluster, run.exec);
    this.#watch = this.#watchPods();
  }

  /** The lesson's own: what it does to the file hurts no other. */
  get #kubeconfig(): string {
    return join(this.#options.dir, 'kubeconfig');
  }

  #watchPods(): PodWatch {
    const { run, neighbours } = this.#options;
    const scope =
      neighbours === undefined
        ? [
            '--all-namespaces',
            '--field-selector=metadata.namespace!=kube-system,metadata.namespace!=local-path-storage',
          ]
        : [`--namespace=${this.#lesson.slug}`];
    const env = { KUBECONFIG: this.#cluster.kubeconfig, KUBECACHEDIR: join(run.dir, 'cache') };
    return new PodWatch({ scope, env: { ...process.env, ...run.env, ...env } });
  }

  lostFields(manifest: string): Promise<readonly string[]> {
    return lostFieldsOf(manifest, {
      cluster: this.#cluster,
      namespace: this.#lesson.slug,
      exec: this.#options.run.exec,
    });
  }

  async follow(tell: (change: DrawnObject | Gone) => void): Promise<Following | undefined> {
    const { name, kubeconfig } = this.#cluster;
    this.#following = await followCluster({
      kubeconfig,
      namespace: this.#lesson.slug,
      node: (node) => node.replace(name, PUBLIC_NAME),
      tell,
    }).catch(() => undefined);
    return this.#following;
  }

  fault(): Promise<ToolError | undefined> {
    return faultOf(this.#cluster, this.#options.run.exec);
  }

  async inspect(shown: readonly Shown[]): Promise<Inspection> {
    const { pods, gaps, lost } = (await this.#watch?.stop()) ?? { pods: [], gaps: 0, lost: undefined };
    const unseen = unseenTroubles(pods, shown, performance.now());
    const troubles = unseen.map(({ name, message }) => ({ position: this.#placeOf(name), message }));
    const outside = this.#options.neighbours === undefined ? [] : await this.#inspectCluster(this.#options.neighbours);
    // What the lesson did to the cluster is known all the same: nobody else gets one that is spoiled.
    if (lost !== undefined) throw lostPods(lost);
    const notices = await warningsIn(this.#cluster, this.#lesson.slug, this.#options.run.exec);
    const gap =
      gaps === 0
        ? []
        : [
            'le serveur a mis fin au suivi des Pods, qui a repris : ce qui n’a duré que l’instant d’entre les deux n’a pas été vu',
          ];
    return { troubles: [...troubles, ...outside], notices: [...notices, ...gap] };
  }

  async #inspectCluster(neighbours: ReadonlySet<string>): Promise<Trouble[]> {
    const after = await objectsOf(this.#cluster, this.#options.run.exec);
    const { left, removed, changed } = differencesOf(this.#before, after, neighbours);
    const stuck = stuckIn(this.#lesson.slug, after);
    this.#spoiled = [left, removed, changed, stuck].some(({ length }) => length > 0);
    const fresh = 'ou demandez « cluster: fresh »';
    const say = (titles: readonly string[], message: string): Trouble[] =>
      titles.length === 0 ? [] : [{ position: this.#placeOf(titles[0] ?? ''), message }];
    return [
      ...say(left, `la leçon laisse hors de son namespace : ${left.join(', ')} → supprimez-les à la fin, ${fresh}`),
      ...say(removed, `la leçon a supprimé hors de son namespace : ${removed.join(', ')} → remettez-les, ${fresh}`),
      ...say(
        changed,
        `la leçon a changé hors de son namespace : ${changed.join(', ')} → remettez-les comme ils étaient, ${fresh}`,
      ),
      ...stuck.flatMap(({ title, finalizer }) =>
        say(
          [title],
          `${title} porte le finalizer ${finalizer}, que personne ne retire : le namespace resterait bloqué → retirez-le à la fin, ${fresh}`,
        ),
      ),
    ];
  }

  async leave(): Promise<void> {
    const { run, neighbours, left } = this.#options;
    await this.#following?.stop();
    await this.#watch?.stop();
    try {
      if (neighbours !== undefined && !this.#spoiled) {
        await deleteNamespace(this.#cluster, this.#lesson.slug, { run, wait: false });
      }
    } catch (error) {
      this.#spoiled = true;
      throw error;
    } finally {
      await left(this.#spoiled);
    }
  }

  /** The last snippet that names it, or the lesson's beginning. */
  #placeOf(title: string): Position {
    const name = title.replace(/^\w+\//, '').replace(/ \(.*\)$/, '');
    const named = this.#lesson.snippets.findLast(({ code }) => code.includes(name));
    return named?.position ?? { file: this.#lesson.file, line: 1, column: 1 };
  }
}

function lostPods(result: ExecResult): ToolError {
  return new ToolError('Le suivi des Pods s’est arrêté avant la fin de la leçon.', {
    why: 'Ce qui a planté depuis, et qu’aucune sortie ne montre, n’a pas été vu.',
    fix: 'Relancez la vérification ; si cela se répète, regardez la mémoire et le disque (« npm run doctor »).',
    result,
  });
}
