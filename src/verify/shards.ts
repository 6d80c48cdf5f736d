import type { Course } from '../course/types.ts';
import type { Lesson } from '../lesson/types.ts';
import { proofFolder, readProof } from '../proof/store.ts';
import type { StepRecord } from '../proof/types.ts';

/** The `index`th, from 1, of `count` parts of something. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/**
 * Deals items out so that no part takes much longer than another: the longest first, each to the part that has least.
 * @param durations of each item, in the same order; one that is not known counts as the mean of the others
 * @returns the items of one part, in their order; each item is in exactly one
 */
export function partOf<Item>(
  items: readonly Item[],
  durations: readonly (number | undefined)[],
  { index, count }: Shard,
): readonly Item[] {
  const known = durations.filter((each) => each !== undefined);
  const mean = known.length === 0 ? 1 : known.reduce((sum, each) => sum + each, 0) / known.length;
  const length = (at: number): number => durations[at] ?? mean;
  const loads = Array.from({ length: count }, () => 0);
  const part = new Map<number, number>();
  for (const at of [...items.keys()].toSorted((a, b) => length(b) - length(a))) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] ?? 0) + length(at);
    part.set(at, least);
  }
  return items.filter((_, at) => part.get(at) === index - 1);
}

/**
 * @returns milliseconds that a lesson took when its committed proof was made, waits included, whether or not it still
 * holds; nothing where there is none
 */
export async function recordedDuration({ root }: Course, lesson: Lesson): Promise<number | undefined> {
  const transcript = await readProof(proofFolder(root, lesson));
  return typeof transcript === 'object' ? Math.max(0, ...transcript.records.map(endOf)) : undefined;
}

function endOf({ startMs, durationMs, waits }: StepRecord): number {
  return Math.max(startMs + durationMs, ...waits.map((wait) => wait.startMs + wait.durationMs));
}
