import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { eventsOf, type EventLine, linesOf } from '../cluster-map/delta.ts';
import { eventsSchema, lineSchema } from '../cluster-map/schema.ts';
import type { ClusterEvent } from '../cluster-map/types.ts';
import { parseJson } from './parse-json.ts';
import { sealOf } from './seal.ts';
import type { Transcript } from './types.ts';

/** The file's name in the folder of a proof. */
export const EVENTS_FILE = 'evenements.json';

/** `preuve/evenements.json`: what became of the cluster while the lesson ran. A proof may go without. */
const fileSchema = z.strictObject({
  version: z.literal(1),
  lesson: z.string(),
  /** Seal of the transcript of the same run: the times are those of its clock, and of no other. */
  transcript: z.string(),
  events: z.array(lineSchema),
  /** SHA-256 of all the rest as canonical JSON. */
  seal: z.string(),
});

/**
 * @param folder the proof's
 * @param transcript that folder's, as `readProof` gave it
 * @returns the events of that very run, in the order of time; `undefined` where there are none; in French, why the file
 * is of no use
 */
export async function readClusterEvents(
  folder: string,
  transcript: Pick<Transcript, 'seal'>,
): Promise<readonly ClusterEvent[] | string | undefined> {
  const text = await readFile(join(folder, EVENTS_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => error);
  if (text instanceof Error) return text.code === 'ENOENT' ? undefined : `${EVENTS_FILE} ne se lit pas (${text.code})`;
  const file = fileSchema.safeParse(parseJson(text));
  if (!file.success) return `${EVENTS_FILE} n’a pas la forme attendue`;
  if (file.data.transcript !== transcript.seal) return `${EVENTS_FILE} est celui d’une autre exécution`;
  if (file.data.seal !== sealOf(file.data)) return `${EVENTS_FILE} a été modifié à la main`;
  const events = eventsSchema.safeParse(eventsOf(file.data.events as EventLine[]));
  return events.success ? events.data : `${EVENTS_FILE} n’a pas la forme attendue`;
}

/**
 * Writes them beside the transcript of their run.
 * @param transcript sealed
 * @throws when the file cannot be written
 */
export async function writeClusterEvents(
  folder: string,
  { lesson, seal }: Pick<Transcript, 'lesson' | 'seal'>,
  events: readonly ClusterEvent[],
): Promise<void> {
  const content = { version: 1, lesson, transcript: seal, events: linesOf(events) };
  await writeFileAtomic(join(folder, EVENTS_FILE), serialize({ ...content, seal: sealOf(content) }));
}

/** An event a line. */
function serialize({ events, ...rest }: { readonly events: readonly EventLine[] } & Record<string, unknown>): string {
  const fields = Object.entries(rest).map(([name, value]) => ` ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  const lines = events.map((event) => `  ${JSON.stringify(event)}`).join(',\n');
  return `{\n${[...fields, ` "events": [\n${lines}\n ]`].join(',\n')}\n}\n`;
}
