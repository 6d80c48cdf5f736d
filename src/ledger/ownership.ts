import { randomInt } from 'node:crypto';
import { access, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Exec } from '../machine/exec.ts';
import { execWith } from '../machine/exec.ts';
import type { ProcOptions } from '../machine/liveness.ts';
import { identityOf, isAlive } from '../machine/liveness.ts';
import { RUN_VARIABLE } from '../machine/processes.ts';
import type { RunRecord } from './ledger.ts';
import { defaultStateDir, endingFile, readRecord, readRecords, removeRecord, runDir, writeRecord } from './ledger.ts';
import { ToolError } from '../machine/tool-error.ts';

/** A verification at work, from its start to its end: the owner of clusters, containers and processes. */
export interface Run {
  readonly id: string;
  /** Its private directory, outside the clone: kubeconfigs, and whatever dies with the run. */
  readonly dir: string;
  readonly stateDir: string;
  /** Give it to every process of the run: it is how the reaper finds them. */
  readonly env: Readonly<Record<typeof RUN_VARIABLE, string>>;
  /** Starts external commands as processes of this run. */
  readonly exec: Exec;
  /** As this thread last wrote it. */
  readonly record: RunRecord;
  /**
   * Writes what the run owns; call it before that is created, and after it is gone.
   * @throws ToolError when the record is gone: what would be created had no owner; when the run is ending and would
   * own more than before
   */
  update(change: (record: RunRecord) => Partial<RunRecord>): Promise<void>;
  /** From now on nothing may be made any more, by whichever thread. */
  end(): Promise<void>;
  /** @returns whether a thread has said so */
  isEnding(): Promise<boolean>;
  /** Ends the run: its record goes, unless it keeps a cluster or could not remove something. */
  close(): Promise<void>;
}

export interface OpenRunOptions extends ProcOptions {
  /** The checkout, absolute. */
  readonly root: string;
  /** What the run is for, as another one is told that finds the place taken; a verification by default. */
  readonly activity?: 'presentation';
  readonly stateDir?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Starts external commands; real ones by default. */
  readonly exec?: Exec;
  readonly now?: () => Date;
}

/** @throws ToolError when another live verification works in this checkout */
export async function openRun(options: OpenRunOptions): Promise<Run> {
  const { env: outer = process.env, now = () => new Date() } = options;
  const stateDir = options.stateDir ?? defaultStateDir(outer);
  const id = newId();
  const record: RunRecord = {
    version: 1,
    id,
    root: resolve(options.root),
    ...(await identityOf(process.pid, options)),
    ...(options.activity === undefined ? {} : { activity: options.activity }),
    since: now().toISOString(),
    state: 'running',
    clusters: [],
    containers: [],
  };
  const dir = runDir(stateDir, id);
  // Written first, then compared: of two that start at once, both may give way, but never do both go on.
  await writeRecord(stateDir, record);
  const other = await liveRunIn(record, stateDir, options);
  if (other) {
    await removeRecord(stateDir, id);
    throw alreadyAtWork(other);
  }
  await mkdir(dir, { recursive: true, mode: 0o700 });
  return runOf(record, stateDir, (env) => options.exec ?? execWith({ ...outer, ...env }));
}

/**
 * The same run, seen from another thread of its process.
 * @throws ToolError when its record is gone, since nobody would then tidy up behind it
 */
export async function attachRun(id: string, options: { stateDir: string; env?: NodeJS.ProcessEnv }): Promise<Run> {
  const { env: outer = process.env, stateDir } = options;
  const record = await presentRecord(id, stateDir);
  return runOf(record, stateDir, (env) => execWith({ ...outer, ...env }));
}

function runOf(initial: RunRecord, stateDir: string, execOf: (env: Run['env']) => Exec): Run {
  let record = initial;
  let writing: Promise<void> = Promise.resolve();
  const { id } = initial;
  const env = { [RUN_VARIABLE]: id } as const;
  return {
    id,
    dir: runDir(stateDir, id),
    stateDir,
    env,
    exec: execOf(env),
    get record() {
      return record;
    },
    update(change) {
      const write = async () => {
        // Another thread may have written meanwhile; and what was removed by a reaper must not come back.
        const current = await presentRecord(id, stateDir);
        const next = { ...current, ...change(current) };
        const grows = sizeOf(next) > sizeOf(current);
        if (grows && (await isEnding(stateDir, id))) throw interrupted();
        record = next;
        await writeRecord(stateDir, record);
        // Told to end between the question and the write: whoever tidies up may not have seen this.
        if (grows && (await isEnding(stateDir, id))) {
          await writeRecord(stateDir, (record = current));
          throw interrupted();
        }
      };
      writing = writing.catch(() => undefined).then(write);
      return writing;
    },
    async end() {
      await writeFileAtomic(endingFile(stateDir, id), '');
    },
    isEnding: () => isEnding(stateDir, id),
    async close() {
      const current = await readRecord(stateDir, id);
      if (current && current.clusters.length + current.containers.length === 0) await removeRecord(stateDir, id);
    },
  };
}

async function isEnding(stateDir: string, id: string): Promise<boolean> {
  return access(endingFile(stateDir, id)).then(
    () => true,
    () => false,
  );
}

function sizeOf({ clusters, containers }: RunRecord): number {
  return clusters.length + containers.length;
}

function interrupted(): ToolError {
  return new ToolError('La vérification a été interrompue.', {
    why: 'On lui a demandé de s’arrêter : plus rien n’est créé.',
    fix: 'Relancez-la.',
  });
}

async function presentRecord(id: string, stateDir: string): Promise<RunRecord> {
  const record = await readRecord(stateDir, id);
  if (record !== undefined) return record;
  throw new ToolError(`La fiche de la vérification ${id} a disparu.`, {
    why: `Elle a été arrêtée, ou quelqu’un a vidé ${stateDir} pendant qu’elle travaillait.`,
    fix: 'Relancez la vérification.',
  });
}

async function liveRunIn(own: RunRecord, stateDir: string, options: ProcOptions): Promise<RunRecord | undefined> {
  for (const record of await readRecords(stateDir)) {
    if (record.id === own.id || record.root !== own.root || record.state !== 'running') continue;
    if (await isAlive(record, options)) return record;
  }
  return undefined;
}

function alreadyAtWork(other: RunRecord): ToolError {
  const since = new Date(other.since).toLocaleTimeString('fr-FR');
  const what = other.activity === 'presentation' ? 'Une présentation' : 'Une autre vérification';
  return new ToolError(`${what} est déjà à l’œuvre dans ce dossier.`, {
    why: `Le processus ${other.pid} y travaille depuis ${since} (${other.root}).`,
    fix: `Attendez qu’il finisse, ou arrêtez-le avec « kill ${other.pid} » : il rangera avant de partir.`,
  });
}

/** Short, since node names have 50 characters at most; no hyphen, since one separates it from a suffix. */
function newId(): string {
  return Array.from({ length: 6 }, () => 'abcdefghijklmnopqrstuvwxyz0123456789'[randomInt(36)]).join('');
}
