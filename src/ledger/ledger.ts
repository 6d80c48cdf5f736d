import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { removeTree } from '../machine/remove-tree.ts';
import { ToolError } from '../machine/tool-error.ts';

const RecordSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  /** The checkout that it works in, absolute. */
  root: z.string(),
  pid: z.number(),
  startTime: z.string(),
  place: z.object({ boot: z.string(), namespace: z.string() }).optional(),
  /** What it does in that checkout; a verification where nothing is said. */
  activity: z.enum(['verification', 'presentation']).optional(),
  /** ISO 8601, UTC. */
  since: z.string(),
  /** `kept`: its process has ended on purpose and left its cluster for the next run. */
  state: z.enum(['running', 'kept']),
  clusters: z.array(
    z.object({
      name: z.string(),
      kubeconfig: z.string(),
      settings: z.object({
        image: z.string(),
        nodes: z.union([z.literal(1), z.literal(3)]),
        kindVersion: z.string(),
      }),
    }),
  ),
  /** Names of other containers. */
  containers: z.array(z.string()),
});

/** What a run owns, written down before it is created, so that the next start can remove what a dead run left. */
export type RunRecord = z.infer<typeof RecordSchema>;

/** `orchestre` in the XDG state directory. */
export function defaultStateDir(env: NodeJS.ProcessEnv): string {
  return join(env['XDG_STATE_HOME'] || join(env['HOME'] || homedir(), '.local', 'state'), 'orchestre');
}

const recordFile = (stateDir: string, id: string): string => join(stateDir, 'runs', `${id}.json`);

/** Its presence says that the run tidies up: nothing may be made any more. A file of its own, since two threads write the record. */
export const endingFile = (stateDir: string, id: string): string => join(stateDir, 'runs', `${id}.ending`);

/** The private directory of a run. */
export const runDir = (stateDir: string, id: string): string => join(stateDir, 'runs', id);

/**
 * Writes the record so that a reader sees the old one or the new one, whole.
 * @throws ToolError when the disk is full or the directory is not ours
 */
export async function writeRecord(stateDir: string, record: RunRecord): Promise<void> {
  const file = recordFile(stateDir, record.id);
  try {
    await mkdir(join(stateDir, 'runs'), { recursive: true, mode: 0o700 });
    await writeFileAtomic(file, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  } catch (cause) {
    throw new ToolError('La fiche de la vérification n’a pas pu être écrite.', {
      why: (cause as Error).message,
      fix: `Vérifiez la place et les droits de ${stateDir}, puis relancez.`,
      cause,
    });
  }
}

/**
 * Removes the record and the run's directory, the record last: without it nobody would find the directory.
 * @throws ToolError when something in the directory is not ours to remove; the record then stays
 */
export async function removeRecord(stateDir: string, id: string): Promise<void> {
  await removeTree(runDir(stateDir, id));
  const file = recordFile(stateDir, id);
  // Also what a write that was killed has left.
  const others = (await readdir(join(stateDir, 'runs')).catch(() => [])).filter((name) => name.startsWith(`${id}.`));
  for (const name of others) if (name !== basename(file)) await rm(join(stateDir, 'runs', name), { force: true });
  await rm(file, { force: true });
}

/** @returns the records that can be read, oldest first; others are not ours to judge */
export async function readRecords(stateDir: string): Promise<RunRecord[]> {
  const names = await readdir(join(stateDir, 'runs')).catch(() => []);
  const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  const records = await Promise.all(ids.map((id) => readRecord(stateDir, id)));
  return records.filter((record) => record !== undefined).sort((a, b) => a.since.localeCompare(b.since));
}

/** @returns the record, or undefined when there is none that can be read */
export async function readRecord(stateDir: string, id: string): Promise<RunRecord | undefined> {
  try {
    const record = RecordSchema.parse(JSON.parse(await readFile(recordFile(stateDir, id), 'utf8')));
    return record.id === id ? record : undefined;
  } catch {
    return undefined;
  }
}
