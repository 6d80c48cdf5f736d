import { planOf } from '../lesson/plan.ts';
import type { Lesson } from '../lesson/types.ts';
import type { LessonProof, Proof } from '../proof/types.ts';
import { boxDuration } from './box-duration.ts';
import { stateOf } from './run-view.ts';

/** How many executions of a lesson are in which state, and what was not run. */
export interface ProofSummary {
  readonly counts: Readonly<Record<Proof['state'], number>>;
  /** Executions in all. */
  readonly total: number;
  readonly skips: readonly { readonly id: string; readonly reason: string; readonly review?: string }[];
  /** Sum of the recorded durations, attempts and waits included, in milliseconds. */
  readonly durationMs: number;
}

/** @returns the figures of one lesson */
export function proofSummary(lesson: Lesson, proof: LessonProof): ProofSummary {
  const counts = { proven: 0, 'expected-failure': 0, skipped: 0, unproven: 0 };
  const skips: ProofSummary['skips'][number][] = [];
  let durationMs = 0;
  for (const step of planOf(lesson)) {
    const { id, snippet } = step;
    const found = proof.proofs.get(id);
    counts[found === undefined ? 'unproven' : stateOf(found, step)] += 1;
    const { review } = snippet.attributes;
    if (found?.state === 'skipped') skips.push({ id, reason: found.reason, ...(review ? { review } : {}) });
    if (found !== undefined && 'record' in found) durationMs += boxDuration(found.record);
  }
  return { counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0), skips, durationMs };
}
