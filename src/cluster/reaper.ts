import { removeContainers } from './containers.ts';
import type { Exec } from './exec.ts';
import { execWith } from './exec.ts';
import type { ProcOptions } from './liveness.ts';
import { isAlive } from './liveness.ts';
import { belongsTo } from './names.ts';
import { killProcessesOf } from './processes.ts';
import type { RunRecord } from './record.ts';
import { defaultStateDir, readRecords, removeRecord } from './record.ts';
import type { Run } from './run.ts';
import type { Progress } from './types.ts';
import { ToolError } from './tool-error.ts';

export interface ReapOptions extends ProcOptions {
  readonly stateDir?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly exec?: Exec;
  readonly progress?: Progress;
}

/** What was removed of one run. */
export interface Reaped {
  readonly run: string;
  /** Command lines. */
  readonly processes: readonly string[];
  readonly containers: readonly string[];
  /** Why its record stays: Docker did not let its containers be removed. */
  readonly postponed?: ToolError;
}

/**
 * Removes exactly what dead runs left: their processes, clusters, containers and directories. A live run's and a kept
 * cluster's are nobody's business. Never throws because Docker is stopped: that record then stays for the next start.
 */
export async function reapDead(options: ReapOptions = {}): Promise<Reaped[]> {
  const stateDir = options.stateDir ?? defaultStateDir(options.env ?? process.env);
  const reaped: Reaped[] = [];
  for (const record of await deadRuns(stateDir, options)) {
    options.progress?.(`rangement de ce qu’a laissé la vérification ${record.id}`);
    reaped.push(await reapRecord(record, { ...options, stateDir }));
  }
  return reaped;
}

/** @returns records of runs that ended without tidying up, oldest first */
export async function deadRuns(stateDir: string, options: ProcOptions = {}): Promise<RunRecord[]> {
  const dead: RunRecord[] = [];
  for (const record of await readRecords(stateDir)) {
    if (record.state === 'running' && !(await isAlive(record, options))) dead.push(record);
  }
  return dead;
}

/** The same for a run of our own, at its end or when it has to stop at once; a kept cluster stays. */
export async function reapRun(run: Run, options: ReapOptions = {}): Promise<Reaped> {
  if (run.record.state === 'kept') {
    const processes = (await killProcessesOf(run.id, options)).map(({ command }) => command);
    return { run: run.id, processes, containers: [] };
  }
  return reapRecord(run.record, { ...options, stateDir: run.stateDir });
}

/** Removes what a record names and what bears its id, then the record. */
export async function reapRecord(
  record: RunRecord,
  options: ReapOptions & { readonly stateDir: string },
): Promise<Reaped> {
  const exec = options.exec ?? execWith(options.env ?? process.env);
  const clusters = new Set(record.clusters.map(({ name }) => name));
  const named = new Set(record.containers);
  // Processes first: a kind that lost its parent goes on creating.
  const processes = (await killProcessesOf(record.id, options)).map(({ command }) => command);
  try {
    const containers = await removeContainers(
      exec,
      ({ name, cluster }) =>
        clusters.has(cluster) || named.has(name) || belongsTo(record.id, cluster) || belongsTo(record.id, name),
      { settle: processes.length > 0 ? 1_000 : 0 },
    );
    await removeRecord(options.stateDir, record.id);
    return { run: record.id, processes, containers };
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    return { run: record.id, processes, containers: [], postponed: error };
  }
}
