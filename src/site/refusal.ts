import type { Course } from '../course/types.ts';
import type { LessonProof } from '../transcript/types.ts';

/**
 * Decides whether the course may be published.
 * @param proofs by lesson slug
 * @returns the refusal, in French, one line for each snippet and reason; nothing when all may be published
 */
export function refusalOf(course: Course, proofs: ReadonlyMap<string, LessonProof>): string | undefined {
  const errors = course.findings.filter(({ severity }) => severity === 'error');
  const lines = [
    ...errors.map(({ file, line, column, code, message, fix }) => `  ${file}:${line}:${column}  ${code}  ${message} → ${fix}`),
    ...course.lessons.flatMap((lesson) =>
      (proofs.get(lesson.slug)?.problems ?? []).map(
        ({ step, position, message, fix }) =>
          `  ${position.file}:${position.line}  leçon « ${lesson.slug} », extrait ${step} : ${message} → ${fix}`,
      ),
    ),
  ];
  if (course.lessons.length === 0) lines.push('  content/cours.yaml:1  aucune leçon ne peut être lue → écrivez-en une');
  if (lines.length === 0) return undefined;
  return ['Publication refusée : ce qui est montré doit avoir été exécuté.', ...lines].join('\n');
}
