import type { Course } from '../course/types.ts';
import type { Lesson } from '../lesson/types.ts';
import type { LessonProof, Problem } from '../proof/types.ts';
import { counted } from '../typography/french.ts';

/**
 * Decides whether the course may be published.
 * @param proofs by lesson slug
 * @returns the refusal, in French, one line for each lesson and reason; nothing when all may be published
 */
export function refusalOf(course: Course, proofs: ReadonlyMap<string, LessonProof>): string | undefined {
  const errors = course.findings.filter(({ severity }) => severity === 'error');
  const lines = [
    ...errors.map(
      ({ file, line, column, code, message, fix }) => `  ${file}:${line}:${column}  ${code}  ${message} → ${fix}`,
    ),
    ...course.lessons.flatMap((lesson) => linesOf(lesson, proofs.get(lesson.slug)?.problems ?? [])),
  ];
  if (course.lessons.length === 0) lines.push('  content/cours.yaml:1  aucune leçon ne peut être lue → écrivez-en une');
  if (lines.length === 0) return undefined;
  return ['Publication refusée : ce qui est montré doit avoir été exécuté.', ...lines].join('\n');
}

/** One line for each reason, at the first snippet that it concerns: a lesson that was never run has one, not twenty. */
function linesOf({ slug }: Lesson, problems: readonly Problem[]): string[] {
  const reasons = Map.groupBy(problems, ({ message, fix }) => `${message} → ${fix}`);
  return [...reasons].map(([reason, concerned]) => {
    const [first] = concerned;
    const others = concerned.length > 1 ? ` (et ${counted(concerned.length - 1, 'autre')})` : '';
    return `  ${first?.position.file}:${first?.position.line}  leçon « ${slug} », extrait ${first?.step}${others} : ${reason}`;
  });
}
