/** All results, once all are known: nothing goes on behind an error, on what is being removed. */
export async function settled<Results extends readonly unknown[]>(
  promises: Results,
): Promise<{ -readonly [Index in keyof Results]: Awaited<Results[Index]> }> {
  await Promise.allSettled(promises);
  return Promise.all(promises) as Promise<{ -readonly [Index in keyof Results]: Awaited<Results[Index]> }>;
}
