import { isAlive } from '../machine/liveness.ts';
import type { Reaped, ReapOptions } from './reaper.ts';
import { reapDead, reapRecord } from './reaper.ts';
import { defaultStateDir, readRecords } from './ledger.ts';

/** Removes all that is ours and at rest: what dead runs left, and kept clusters. A live run's stays. */
export async function cleanAtRest(options: ReapOptions = {}): Promise<Reaped[]> {
  const stateDir = options.stateDir ?? defaultStateDir(options.env ?? process.env);
  const reaped = await reapDead({ ...options, stateDir });
  const records = await readRecords(stateDir);
  const live = await Promise.all(
    records.map(async (each) => each.state === 'running' && (await isAlive(each, options))),
  );
  const inUse = new Set(
    records.filter((_, index) => live[index]).flatMap((each) => each.clusters.map(({ name }) => name)),
  );
  for (const record of records) {
    // One that a live run has just taken over is not at rest.
    if (record.state !== 'kept' || record.clusters.some(({ name }) => inUse.has(name))) continue;
    options.progress?.(`suppression du cluster gardé par la vérification ${record.id}`);
    reaped.push(await reapRecord({ ...record, state: 'running' }, { ...options, stateDir }));
  }
  return reaped;
}
