import type { CourseMeta } from '../course/types.ts';
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
  if (meta.cluster === 'none' || meta.cluster === 'swarm') return { enter: folder, namespace: false };
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
