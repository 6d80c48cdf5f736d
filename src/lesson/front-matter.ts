import { errorAt } from './finding.ts';
import { type LessonMeta, metaSchema } from './meta-schema.ts';
import type { Finding } from './types.ts';
import { readYaml } from './yaml-document.ts';

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
  const { value, findings } = readYaml(text, metaSchema, { file, firstLine: 2 });
  return value === undefined ? { findings } : { meta: value, findings };
}
