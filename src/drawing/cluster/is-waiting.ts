import type { ClusterState, PodObject } from '../../cluster-map/types.ts';

/** @returns whether no node that is there has the Pod: none has it yet, or its own is gone */
export function isWaiting({ node }: PodObject, { nodes }: ClusterState): boolean {
  return !nodes.some(({ name }) => name === node);
}
