import type { Container } from '../machine/containers.ts';
import { removeContainers } from '../machine/containers.ts';
import type { Exec } from '../machine/exec.ts';
import { execWith } from '../machine/exec.ts';
import type { ProcOptions } from '../machine/liveness.ts';
import { isAlive } from '../machine/liveness.ts';
import { belongsTo } from './names.ts';
import { killProcessesOf } from '../machine/processes.ts';
import type { RunRecord } from './ledger.ts';
import { defaultStateDir, readRecord, readRecords, removeRecord } from './ledger.ts';
import type { Run } from './ownership.ts';
import type { Progress } from '../machine/progress.ts';
import { ToolError } from '../machine/tool-error.ts';

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
  /** Why its record stays: its containers or its directory could not be removed. */
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
async function deadRuns(stateDir: string, options: ProcOptions = {}): Promise<RunRecord[]> {
  const dead: RunRecord[] = [];
  for (const record of await readRecords(stateDir)) {
    if (record.state === 'running' && !(await isAlive(record, options))) dead.push(record);
  }
  return dead;
}

/** The same for a run of our own, at its end or when it has to stop at once; a cluster that it keeps stays. */
export async function reapRun(run: Run, options: ReapOptions = {}): Promise<Reaped> {
  // Another thread may have written last.
  const record = (await readRecord(run.stateDir, run.id)) ?? run.record;
  return reapRecord(record, { ...options, stateDir: run.stateDir });
}

/** Removes what a record names and what bears its id, then the record; of a kept one, all but what it keeps. */
export async function reapRecord(
  record: RunRecord,
  options: ReapOptions & { readonly stateDir: string },
): Promise<Reaped> {
  const exec = options.exec ?? execWith(options.env ?? process.env);
  // Processes first: a kind that lost its parent goes on creating.
  const processes = (await killProcessesOf(record.id, options)).map(({ command }) => command);
  const reaped = { run: record.id, processes };
  // Containers are recorded before they are made: where none is, Docker need not be there.
  const nothingMade = record.clusters.length + record.containers.length === 0;
  try {
    const settle = processes.length > 0 ? 1_000 : 0;
    const containers = nothingMade ? [] : await removeContainers(exec, (each) => isLeft(record, each), { settle });
    if (record.state !== 'kept') await removeRecord(options.stateDir, record.id);
    return { ...reaped, containers };
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    return { ...reaped, containers: [], postponed: error };
  }
}

function isLeft(record: RunRecord, { name, cluster }: Container): boolean {
  const recorded = record.clusters.some((each) => each.name === cluster);
  if (record.state === 'kept' && recorded) return false;
  return recorded || record.containers.includes(name) || belongsTo(record.id, cluster) || belongsTo(record.id, name);
}
