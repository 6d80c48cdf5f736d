import { z } from 'zod';
import { type ClusterObject, type Gone, OWNER_KINDS } from './types.ts';

const count = z.number().int().nonnegative();
const named = { name: z.string(), namespace: z.string().optional() };
const owner = z.strictObject({ kind: z.string(), name: z.string() }).optional();

const objectSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('Node'),
    ...named,
    ready: z.boolean(),
    schedulable: z.boolean(),
    role: z.enum(['control-plane', 'manager']).optional(),
    engine: z.literal('docker').optional(),
  }),
  z.strictObject({
    kind: z.literal('Pod'),
    ...named,
    node: z.string().optional(),
    owner,
    state: z.string(),
    ready: z.boolean(),
    restarts: count,
    tag: z.string().optional(),
  }),
  z.strictObject({ kind: z.enum(OWNER_KINDS), ...named, owner, wanted: count, ready: count }),
  z.strictObject({ kind: z.literal('Service'), ...named, pods: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('PersistentVolumeClaim'), ...named, bound: z.boolean() }),
]) satisfies z.ZodType<ClusterObject>;

const KINDS = ['Node', 'Pod', ...OWNER_KINDS, 'Service', 'PersistentVolumeClaim'] as const;

const goneSchema = z.strictObject({ kind: z.enum(KINDS), ...named, gone: z.literal(true) }) satisfies z.ZodType<Gone>;

/** Events whole, as types.ts says what they are. */
export const eventsSchema = z.array(z.strictObject({ at: count, object: z.union([goneSchema, objectSchema]) }));

/** A line as it is written: what else it holds is judged with the object that it makes. */
export const lineSchema = z.looseObject({
  at: count,
  kind: z.enum(KINDS),
  ...named,
  gone: z.literal(true).optional(),
});
