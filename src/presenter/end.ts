import { isShared } from '../lab/kind/names.ts';
import { belongsTo } from '../ledger/names.ts';
import type { Run } from '../ledger/ownership.ts';
import { endRun } from '../verify/end-run.ts';
import type { Bridge } from './bridge.ts';

/** How a presentation ends. */
export interface EndOptions {
  readonly bridge: Bridge;
  /** A cluster that was there before stays for the next run. */
  readonly keep: boolean;
  /** Prints a line. */
  readonly tell: (line: string) => void;
}

/**
 * Closes the lesson as verify would, and removes what the run made. A lab that is still being made is not waited for: its
 * processes are killed, as verify does on a signal, and a cluster stays only where it was not this run that made it.
 */
export async function endPresentation(run: Run, { bridge, keep, tell }: EndOptions): Promise<void> {
  if (bridge.isOpening) {
    bridge.abandon();
    const found = run.record.clusters.some(({ name }) => isShared(name) && !belongsTo(run.id, name));
    return endRun(run, { keep: keep && found, tell, atOnce: true });
  }
  await bridge.close();
  await endRun(run, { keep, tell, atOnce: true });
}
