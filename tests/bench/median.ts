/**
 * Repeats a measure and keeps its median: machines are noisy.
 * @param times how often
 * @param measure one measure, in any unit
 */
export async function medianOf(times: number, measure: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let index = 0; index < times; index++) values.push(await measure());
  return values.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
}

/** @returns how long it took, in milliseconds */
export async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
