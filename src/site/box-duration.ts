import type { StepRecord } from '../proof/types.ts';

/** What a record may say of a command that was repeated; absent where it was run once. */
export interface Repetition {
  readonly attempts?: number;
  readonly tookMs?: number;
}

/** @returns how long a reader would have waited for all that the box shows: every attempt, then the waits; milliseconds */
export function boxDuration(record: StepRecord & Repetition): number {
  return (record.tookMs ?? record.durationMs) + record.waits.reduce((sum, { durationMs }) => sum + durationMs, 0);
}
