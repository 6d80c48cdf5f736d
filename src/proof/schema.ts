import { z } from 'zod';
import { STATUSES } from '../judge/status.ts';

/** Raised whenever the file's shape changes: older files are proofs no more. */
export const TRANSCRIPT_VERSION = 2;

/** Milliseconds are whole, and count from the lesson's first step. */
const count = z.number().int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const waitSchema = z.strictObject({ command: z.string(), startMs: count, durationMs: count, output: z.string() });

/** A file that a snippet made and the site shows; it lies beside the transcript as `file`. */
const artefactSchema = z.strictObject({
  name: z.string(),
  /** Its name there, which tells its content. */
  file: z.string().regex(/^[\w.-]+$/),
  sha256,
});

/** What one step of the plan did: judge/outcome.ts says what each field means. */
export const recordSchema = z.strictObject({
  /** The step's id. */
  id: z.string(),
  hash: sha256,
  status: z.enum(STATUSES),
  exitCode: count,
  startMs: count,
  durationMs: count,
  tookMs: count,
  attempts: count,
  output: z.string(),
  timing: z.array(z.tuple([count, count])),
  commands: z.array(z.strictObject({ from: count, to: count, until: count })),
  waits: z.array(waitSchema),
  artefacts: z.array(artefactSchema),
});

export const runSchema = z.strictObject({
  /** ISO 8601, UTC. */
  date: z.iso.datetime(),
  /** Versions found in the lab, by what has them: `Kubernetes` → `1.37.0`. */
  versions: z.record(z.string(), z.string()),
  /** Digest found for each image of the lesson, by name and tag. Recorded, never keyed. */
  images: z.record(z.string(), z.string()),
});

/** `preuve/transcript.json`: what the last wholly green run of a lesson printed. */
export const transcriptSchema = z.strictObject({
  version: z.literal(TRANSCRIPT_VERSION),
  /** The lesson's slug. */
  lesson: z.string(),
  run: runSchema,
  /** One for each step of the plan, in its order. */
  records: z.array(recordSchema),
  /** SHA-256 of all the rest as canonical JSON: a file that was edited by hand proves nothing. */
  seal: z.string(),
});
