import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Artefact } from '../artefact/artefact.ts';
import { showsSame } from '../artefact/format.ts';
import type { ClusterEvent } from '../cluster-map/types.ts';
import type { Lesson } from '../lesson/types.ts';
import { EVENTS_FILE, writeClusterEvents } from './cluster-events.ts';
import { parseJson } from './parse-json.ts';
import { TRANSCRIPT_VERSION, transcriptSchema } from './schema.ts';
import { sealOf } from './seal.ts';
import type { StepRecord, Transcript } from './types.ts';

/** Where proofs live: beside their lessons, or in a folder of their own (`dir`), as in CI. */
export interface StoreOptions {
  /** Absolute; one folder `NN-slug` for each lesson. */
  readonly dir?: string | undefined;
}

const TRANSCRIPT = 'transcript.json';

/** @returns the absolute path of the folder of the lesson's proof */
export function proofFolder(root: string, lesson: Pick<Lesson, 'file'>, { dir }: StoreOptions = {}): string {
  const folder = dirname(lesson.file);
  return dir === undefined ? join(root, folder, 'preuve') : join(dir, basename(folder));
}

/**
 * @param folder the proof's
 * @returns the transcript, each of its artefacts there and whole; `undefined` where there is none; in French, why it
 * cannot be used
 */
export async function readProof(folder: string): Promise<Transcript | string | undefined> {
  const text = await readFile(join(folder, TRANSCRIPT), 'utf8').catch((error: NodeJS.ErrnoException) => error);
  if (text instanceof Error) return text.code === 'ENOENT' ? undefined : `le fichier ne se lit pas (${text.code})`;
  const value = parseJson(text);
  if (value === undefined) return 'le fichier est tronqué ou n’est pas du JSON';
  if (typeof value === 'object' && value !== null && 'version' in value && value.version !== TRANSCRIPT_VERSION) {
    return `le fichier est au format ${String(value.version)}, ce programme lit le format ${TRANSCRIPT_VERSION}`;
  }
  const { success, data, error } = transcriptSchema.safeParse(value);
  if (!success) return `le champ ${error.issues[0]?.path.join('.') || '(racine)'} n’a pas la forme attendue`;
  if (data.seal !== sealOf(data)) return 'le fichier a été modifié à la main : son sceau ne correspond plus';
  return (await brokenArtefact(folder, data.records)) ?? data;
}

async function brokenArtefact(folder: string, records: readonly StepRecord[]): Promise<string | undefined> {
  for (const { file, sha256 } of records.flatMap(({ artefacts }) => artefacts)) {
    const content = await readFile(join(folder, file)).catch(() => undefined);
    if (content === undefined) return `le fichier ${file} manque`;
    if (digestOf(content) !== sha256) return `le fichier ${file} n’est pas celui que l’exécution a fait`;
  }
  return undefined;
}

/** @returns how a record names the file: by its content, so that a new run never writes over what an old one shows */
export function artefactEntry({ name, content }: Artefact): StepRecord['artefacts'][number] {
  const sha256 = digestOf(content);
  const extension = extname(name);
  return { name, file: `${basename(name, extension)}.${sha256.slice(0, 12)}${extension}`, sha256 };
}

/**
 * Writes a proof whole or not at all: its files bear their content's names and come first, the transcript that names
 * them replaces the old one at once, and only then does what nobody names any more go.
 * @param artefacts the content of every artefact that the records name
 * @param events what became of the cluster meanwhile, where somebody saw all of it
 */
export async function writeProof(
  folder: string,
  content: Omit<Transcript, 'seal'>,
  artefacts: readonly Artefact[] = [],
  events: readonly ClusterEvent[] = [],
): Promise<void> {
  const transcript = { ...content, seal: sealOf(content) };
  await mkdir(folder, { recursive: true });
  for (const artefact of artefacts) await writeFileAtomic(join(folder, artefactEntry(artefact).file), artefact.content);
  if (events.length > 0) await writeClusterEvents(folder, transcript, events);
  await writeFileAtomic(join(folder, TRANSCRIPT), serialize(transcript));
  const named = new Set([
    TRANSCRIPT,
    ...(events.length > 0 ? [EVENTS_FILE] : []),
    ...artefacts.map((artefact) => artefactEntry(artefact).file),
  ]);
  for (const file of await readdir(folder)) if (!named.has(file)) await rm(join(folder, file), { force: true });
}

/** Read in reviews: a pair of numbers on one line. A line feed inside a string is escaped, so that no output is touched. */
function serialize(transcript: Transcript): string {
  const json = JSON.stringify(transcript, undefined, 1);
  return `${json
    .replaceAll(/\[\n\s+(\d+),\n\s+(\d+)\n\s+\]/g, '[$1, $2]')
    .replaceAll(/\{\n\s+("from": \d+),\n\s+("to": \d+),\n\s+("until": \d+)\n\s+\}/g, '{ $1, $2, $3 }')}\n`;
}

/**
 * @param folder of a proof that was read whole
 * @param fresh what a new run kept, in the order of the plan
 * @returns whether what that proof shows of files is what the new run made
 */
export async function keepsSame(folder: string, old: Transcript, fresh: readonly Artefact[]): Promise<boolean> {
  const kept = old.records.flatMap(({ artefacts }) => artefacts);
  if (kept.length !== fresh.length) return false;
  const same = fresh.map(async ({ name, content }, index) => {
    const entry = kept[index];
    return entry?.name === name && showsSame(name, await readFile(join(folder, entry.file)), content);
  });
  return (await Promise.all(same)).every(Boolean);
}

function digestOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
