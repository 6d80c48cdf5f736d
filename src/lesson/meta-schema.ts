import { z } from 'zod';
import { SEED_IDEAS } from './seed.ts';

/** The front matter of a lesson. */
export const metaSchema = z
  .strictObject({
    titre: z.string().min(1),
    resume: z.string().min(1),
    objectifs: z.array(z.string().min(1)).min(1).max(3),
    prerequis: z.array(z.string().min(1)).min(1).max(4).optional(),
    duree: z.number().int().positive(),
    cluster: z.enum(['shared', 'fresh', 'swarm', 'none']),
    /** Ideas of the seed that it teaches. */
    graine: z.array(z.enum(SEED_IDEAS)).optional(),
    noeuds: z.union([z.literal(1), z.literal(3)]).default(1),
  })
  .refine((meta) => meta.noeuds === 1 || meta.cluster === 'fresh' || meta.cluster === 'swarm', {
    path: ['noeuds'],
    message: 'plusieurs nœuds demandent cluster: fresh (le cluster partagé n’en a qu’un)',
  })
  .readonly();

/**
 * The front matter of a lesson, under the keys that its author writes. `duree` is class time, exercises and waits
 * included, in minutes.
 */
export type LessonMeta = z.infer<typeof metaSchema>;
