import { z } from 'zod';
import { errorAt } from './finding.ts';
import type { Finding } from './types.ts';
import { readYaml } from './yaml-document.ts';

const schema = z
  .strictObject({
    titre: z.string().min(1),
    resume: z.string().min(1),
    objectifs: z.array(z.string().min(1)).min(1).max(3),
    prerequis: z.array(z.string().min(1)).min(1).max(4).optional(),
    duree: z.number().int().positive(),
    cluster: z.enum(['shared', 'fresh', 'swarm', 'none']),
    noeuds: z.union([z.literal(1), z.literal(3)]).default(1),
  })
  .refine((meta) => meta.noeuds === 1 || meta.cluster === 'fresh' || meta.cluster === 'swarm', {
    path: ['noeuds'],
    message: 'plusieurs nœuds demandent cluster: fresh (le cluster partagé n’en a qu’un)',
  })
  .readonly();

/** The front matter of a lesson, under the keys that its author writes. `duree` is class time, exercises and waits
 * included, in minutes. */
export type LessonMeta = z.infer<typeof schema>;

/**
 * @param text the YAML between the first two `---`, or undefined where there is none
 * @returns the lesson's meta data, and what is wrong with it
 */
export function readFrontMatter(text: string | undefined, file: string): { meta?: LessonMeta; findings: Finding[] } {
  if (text === undefined) {
    const fix = 'commencez le fichier par --- , titre, resume, objectifs, duree, cluster, puis ---';
    return {
      findings: [
        errorAt({ file, line: 1, column: 1 }, { code: 'entete-absent', message: 'la leçon n’a pas d’en-tête', fix }),
      ],
    };
  }
  const { value, findings } = readYaml(text, schema, { file, firstLine: 2 });
  return value === undefined ? { findings } : { meta: value, findings };
}
