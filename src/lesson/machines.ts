import type { ClusterKind } from './types.ts';

/** The computers of a Swarm lesson, as `machine=` names them; a fence that names none runs on the first. */
export const SWARM_MACHINES = ['vagrantbox-1', 'vagrantbox-2', 'vagrantbox-3'] as const;

/** The host of those machines: where a teacher stops one. */
export const HOST = 'host';

/** @returns the names that `machine=` may give in a lesson on such a cluster; none where there is but one machine */
export function machinesOf(cluster: ClusterKind): readonly string[] {
  return cluster === 'swarm' ? [...SWARM_MACHINES, HOST] : [];
}
