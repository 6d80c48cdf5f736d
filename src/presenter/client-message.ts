import { z } from 'zod';

const id = z.string().min(1).max(200);

/** What a slide may ask; anything else is refused, and its connection closed. Ids, never code. */
export const clientMessageSchema = z.discriminatedUnion('type', [
  /**
   * First message of a connection: the lesson of this deck. `hash` is the `data-preuve` of the injected script; `after`
   * the last `seq` that this window has seen of `epoch`.
   */
  z.strictObject({
    type: z.literal('enter'),
    lesson: id,
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    epoch: z.string().max(64).optional(),
    after: z.int().min(0).optional(),
  }),
  /** Runs a step of the plan by its id; an exercise's check as often as wanted. */
  z.strictObject({ type: z.literal('run'), snippet: id }),
  /** Runs, in order, every step before this one that was not run, checks excepted, and not this one. */
  z.strictObject({ type: z.literal('catch-up'), snippet: id }),
  /** Stops what runs; the shells are then new ones. */
  z.strictObject({ type: z.literal('stop') }),
  /** Starts the lesson over in a new namespace. */
  z.strictObject({ type: z.literal('restart') }),
]);

export type ClientMessage = z.infer<typeof clientMessageSchema>;
