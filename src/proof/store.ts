import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Lesson } from '../lesson/types.ts';
import { sha256 } from './hash.ts';
import { transcriptSchema } from './schema.ts';
import { TRANSCRIPT_VERSION, type Transcript } from './types.ts';

/** Where transcripts live: beside their lessons, or in a folder of their own (`dir`), as in CI. */
export interface StoreOptions {
  /** Absolute; one `NN-slug.json` for each lesson. */
  readonly dir?: string | undefined;
}

/** @returns the absolute path of the lesson's transcript */
export function transcriptPath(root: string, lesson: Lesson, { dir }: StoreOptions = {}): string {
  const folder = dirname(lesson.file);
  return dir === undefined ? join(root, folder, 'transcript.json') : join(dir, `${folder.split('/').at(-1)}.json`);
}

/**
 * @param path the transcript's file
 * @returns the transcript; `undefined` where there is none; in French, why it cannot be used
 */
export async function readTranscript(path: string): Promise<Transcript | string | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => error);
  if (text instanceof Error) return text.code === 'ENOENT' ? undefined : `le fichier ne se lit pas (${text.code})`;
  const value = parseJson(text);
  if (value === undefined) return 'le fichier est tronqué ou n’est pas du JSON';
  if (typeof value === 'object' && value !== null && 'version' in value && value.version !== TRANSCRIPT_VERSION) {
    return `le fichier est au format ${String(value.version)}, ce programme lit le format ${TRANSCRIPT_VERSION}`;
  }
  const { success, data, error } = transcriptSchema.safeParse(value);
  if (!success) return `le champ ${error.issues[0]?.path.join('.') || '(racine)'} n’a pas la forme attendue`;
  return data.seal === sealOf(data) ? data : 'le fichier a été modifié à la main : son sceau ne correspond plus';
}

/** Writes the transcript whole or not at all: a reader never sees half of it, and a full disk loses nothing. */
export async function writeTranscript(path: string, content: Omit<Transcript, 'seal'>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(serialize({ ...content, seal: sealOf(content) }));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Read in reviews: a pair of numbers on one line. A line feed inside a string is escaped, so that no output is touched. */
function serialize(transcript: Transcript): string {
  const json = JSON.stringify(transcript, undefined, 1);
  return `${json.replaceAll(/\[\n\s+(\d+),\n\s+(\d+)\n\s+\]/g, '[$1, $2]')}\n`;
}

/** Fields in one fixed order, so that the seal does not depend on how a file was written. */
function sealOf({ version, lesson, run, records }: Omit<Transcript, 'seal'>): string {
  const steps = records.map((r) => [
    r.id,
    r.hash,
    r.status,
    r.exitCode,
    r.durationMs,
    r.output,
    r.timing,
    r.waits.map((w) => [w.command, w.durationMs, w.output]),
  ]);
  const images = Object.entries(run.images).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256([version, lesson, [run.date, run.kind, run.kubernetes, run.node, images], steps]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
