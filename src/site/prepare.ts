import type { CourseMeta } from '../course/types.ts';
import { dockerfileOf, imageNameOf } from '../course/machine-image.ts';
import { SWARM_MACHINES } from '../lesson/machines.ts';
import type { Lesson } from '../lesson/types.ts';

/** What a reader types once, to have a cluster like the course's. */
export interface ClusterPreparation {
  readonly create: string;
  readonly check: string;
  readonly remove: string;
  /** Versions of kubectl that the server supports: « 1.36 à 1.38 ». */
  readonly kubectl: string;
}

/** What a reader types before a lesson. */
export interface LessonPreparation {
  /** A folder and, on Kubernetes, a namespace of the lesson's own. */
  readonly enter: string;
  readonly namespace: boolean;
  /** The cluster that only this lesson has; its name is the course's, so that the other one goes first. */
  readonly ownCluster?: string;
  /** The machines of a Swarm lesson, made anew. */
  readonly machines?: string;
}

const NAME = 'orchestre';
const REMOVE = `kind delete cluster --name ${NAME}`;

/**
 * @returns the commands of the page « Préparer »
 * The span of kubectl's versions: https://kubernetes.io/releases/version-skew-policy/#kubectl
 */
export function clusterPreparation({ versions }: CourseMeta): ClusterPreparation {
  const [, major = '1', minor = '0'] = /:v(\d+)\.(\d+)/.exec(versions.noeud) ?? [];
  return {
    create: create(versions.noeud),
    check: `kubectl get nodes`,
    remove: REMOVE,
    kubectl: `${major}.${Number(minor) - 1} à ${major}.${Number(minor) + 1}`,
  };
}

/** @returns the commands that open a lesson; nothing for one that runs nothing */
export function lessonPreparation(
  { slug, meta, snippets }: Lesson,
  { versions }: CourseMeta,
): LessonPreparation | undefined {
  if (snippets.length === 0) return undefined;
  const folder = `mkdir -p ~/orchestre/${slug} && cd ~/orchestre/${slug}`;
  if (meta.cluster === 'none') return { enter: folder, namespace: false };
  if (meta.cluster === 'swarm')
    return { enter: enterMachine(slug), namespace: false, machines: createMachines(versions.machine) };
  const namespace = `kubectl create namespace ${slug}\nkubectl config set-context --current --namespace=${slug}`;
  return {
    enter: `${folder}\n${namespace}`,
    namespace: true,
    ...(meta.cluster === 'fresh' ? { ownCluster: `${REMOVE}\n${create(versions.noeud, meta.noeuds)}` } : {}),
  };
}

function create(image: string, nodes = 1): string {
  const command = `kind create cluster --name ${NAME} --image ${image}`;
  return nodes === 1 ? command : `${command} --config - <<'FIN'\n${configuration(nodes)}\nFIN`;
}

function configuration(nodes: number): string {
  const workers = Array.from({ length: nodes - 1 }, () => '  - role: worker');
  return ['kind: Cluster', 'apiVersion: kind.x-k8s.io/v1alpha4', 'nodes:', '  - role: control-plane', ...workers].join(
    '\n',
  );
}

/** As the verifier makes them. */
function createMachines(base: string): string {
  const names = SWARM_MACHINES.join(' ');
  const image = imageNameOf(base);
  const run = `docker run -d --init --privileged --name $m --hostname $m --network kind ${image}`;
  return [
    `docker build -t ${image} - <<'FIN'`,
    `${dockerfileOf(base)}FIN`,
    `docker network inspect kind >/dev/null 2>&1 || docker network create kind`,
    `docker rm -f -v ${names} 2>/dev/null`,
    `for m in ${names}; do ${run}; done`,
  ].join('\n');
}

/** A terminal on the first machine, in the lesson's folder. */
function enterMachine(slug: string): string {
  return `docker exec -it ${SWARM_MACHINES[0]} bash -c 'mkdir -p ~/orchestre/${slug} && cd ~/orchestre/${slug} && exec bash'`;
}
