import type { StepRecord } from '../proof/types.ts';

/** @returns how long a reader would have waited for all that the box shows: every attempt, then the waits; milliseconds */
export function boxDuration({ tookMs, waits }: Pick<StepRecord, 'tookMs' | 'waits'>): number {
  return tookMs + waits.reduce((sum, { durationMs }) => sum + durationMs, 0);
}
