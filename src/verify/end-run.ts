import { keepCluster } from '../lab/kind/keep.ts';
import { isShared } from '../lab/kind/names.ts';
import { attachRun, type Run } from '../ledger/ownership.ts';
import { reapRun } from '../ledger/reaper.ts';

/** How a run ends. */
export interface EndOptions {
  /** The shared cluster stays for the next run. */
  readonly keep: boolean;
  /** Prints a line. */
  readonly tell: (line: string) => void;
  /** The lessons' thread is still at work: nothing may be made from now on, and what it was just making goes too. */
  readonly atOnce?: boolean;
}

/** Removes all that the run made, but for the shared cluster where it is to be kept. */
export async function endRun(run: Run, { keep, tell, atOnce = false }: EndOptions): Promise<void> {
  if (atOnce) await run.end();
  const current = await attachRun(run.id, { stateDir: run.stateDir });
  const shared = current.record.clusters.find(({ settings, name }) => settings.nodes === 1 && isShared(name));
  if (keep && shared !== undefined) {
    await keepCluster(shared, { run: current });
    tell(`cluster gardé : ${shared.name} (npm run doctor -- --clean pour le supprimer)`);
  }
  const { postponed } = await reapRun(current);
  if (postponed !== undefined) tell(postponed.message);
}
