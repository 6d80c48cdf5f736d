import { ownName } from '../../ledger/names.ts';

/** kind warns about node names over 50 characters, and adds `-control-plane` to the cluster's. */
const LONGEST = 50 - '-control-plane'.length;

/** @returns the cluster's name, cut to what kind accepts */
export function clusterName(runId: string, suffix?: string): string {
  return ownName(runId, suffix).slice(0, LONGEST).replace(/-+$/, '');
}

/** @returns the names that kind gives the nodes' containers */
export function nodeNames(cluster: string, nodes: 1 | 3): string[] {
  const control = `${cluster}-control-plane`;
  return nodes === 1 ? [control] : [control, `${cluster}-worker`, `${cluster}-worker2`];
}

/** @returns whether it is a run's shared cluster: those of single lessons have a suffix */
export function isShared(name: string): boolean {
  return /^orchestre-[a-z0-9]+$/.test(name);
}
