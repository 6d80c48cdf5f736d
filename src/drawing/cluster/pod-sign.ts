import type { PodObject } from '../../cluster-map/types.ts';

/** How far a Pod is: each has its glyph, so that colour is never the only sign. */
export type PodSign = 'ready' | 'starting' | 'failed' | 'done' | 'leaving';

/** Words of Pods and tasks that end by themselves. Source: kubectl's and docker's own columns. */
const DONE = new Set(['Completed', 'Succeeded', 'Complete', 'Exited (0)']);
const LEAVING = new Set(['Terminating', 'Shutdown', 'Remove', 'Removing']);
/** `Error`, `Exited (137)`, `CrashLoopBackOff`, `ErrImagePull`, `OOMKilled`, `Evicted`, `Rejected`, `Init:Error`… */
const FAILED =
  /Error|Err|Exited|Dead|BackOff|Failed|Killed|Evicted|Rejected|Invalid|Orphaned|Unknown|NeverPull|DeadlineExceeded/;

/** @returns how far it is, by the word that kubectl or docker shows */
export function signOf({ state, ready }: Pick<PodObject, 'state' | 'ready'>): PodSign {
  if (LEAVING.has(state)) return 'leaving';
  if (DONE.has(state)) return 'done';
  if (FAILED.test(state)) return 'failed';
  return ready ? 'ready' : 'starting';
}

/** @returns the word, with what it hides: a Pod runs before it is ready */
export function wordOf({ state, ready }: Pick<PodObject, 'state' | 'ready'>): string {
  return state === 'Running' && !ready ? 'Running, pas prêt' : state;
}
