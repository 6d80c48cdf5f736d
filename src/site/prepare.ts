import type { CourseMeta } from '../course/types.ts';
import type { Lesson } from '../lesson/types.ts';

/** What a reader types to follow a lesson on a cluster like ours. */
export interface Preparation {
  readonly create: string;
  readonly namespace: string;
  readonly remove: string;
}

/** @returns the commands; nothing for a lesson that needs no Kubernetes cluster */
export function preparationOf({ slug, meta }: Lesson, { versions }: CourseMeta): Preparation | undefined {
  if (meta.cluster === 'none' || meta.cluster === 'swarm') return undefined;
  const create = `kind create cluster --name orchestre --image ${versions.noeud}`;
  return {
    create: meta.noeuds > 1 ? `${create} --config - <<'FIN'\n${configuration(meta.noeuds)}\nFIN` : create,
    namespace: `kubectl create namespace ${slug}\nkubectl config set-context --current --namespace=${slug}`,
    remove: 'kind delete cluster --name orchestre',
  };
}

function configuration(nodes: number): string {
  const workers = Array.from({ length: nodes - 1 }, () => '  - role: worker');
  return ['kind: Cluster', 'apiVersion: kind.x-k8s.io/v1alpha4', 'nodes:', '  - role: control-plane', ...workers].join(
    '\n',
  );
}
