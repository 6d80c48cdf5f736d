import { z } from 'zod';
import { TRANSCRIPT_VERSION, type Transcript } from './types.ts';

const count = z.number().int().nonnegative();

const record = z.strictObject({
  id: z.string(),
  hash: z.string(),
  status: z.enum(['proven', 'expected-failure', 'skipped']),
  exitCode: count,
  durationMs: count,
  output: z.string(),
  timing: z.array(z.tuple([count, count])),
  waits: z.array(z.strictObject({ command: z.string(), durationMs: count, output: z.string() })),
});

/** `transcript.json`, in the very shape of `Transcript`. */
export const transcriptSchema = z.strictObject({
  version: z.literal(TRANSCRIPT_VERSION),
  lesson: z.string(),
  run: z.strictObject({
    date: z.iso.datetime(),
    kind: z.string(),
    kubernetes: z.string(),
    node: z.string(),
    images: z.record(z.string(), z.string()),
  }),
  records: z.array(record),
  seal: z.string(),
}) satisfies z.ZodType<Transcript>;
