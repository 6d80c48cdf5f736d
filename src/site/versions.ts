import type { ClusterKind } from '../lesson/types.ts';
import type { RunInfo } from '../proof/types.ts';

/** What a lesson of each kind runs on; one without a cluster names none. */
const PLATFORM: Readonly<Partial<Record<ClusterKind, string>>> = {
  shared: 'Kubernetes',
  fresh: 'Kubernetes',
  swarm: 'Docker',
};

/** @returns the versions found, by the name of what has them, in the order of the record; none where nothing was recorded */
export function versionsOf(run: RunInfo | undefined): ReadonlyMap<string, string> {
  return new Map(Object.entries(run?.versions ?? {}));
}

/** @returns « Kubernetes 1.37.0 » for a box's foot; nothing for a lesson without a cluster */
export function platformOf(run: RunInfo | undefined, cluster: ClusterKind): string | undefined {
  const name = PLATFORM[cluster];
  const version = name === undefined ? undefined : versionsOf(run).get(name);
  return version === undefined ? undefined : `${name} ${version}`;
}
