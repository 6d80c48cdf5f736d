/**
 * `npm run check`: every static check of the course, without a cluster. stdout: the findings; stderr: the summary.
 * Exit code 0 without errors, 1 with errors (the author's matter), 2 when the tool failed.
 */
import { resolve } from 'node:path';
import { checkCourse } from '../src/check/check.ts';
import { formatFinding, formatSummary } from '../src/lesson/format-finding.ts';
import { CourseError } from '../src/course/course-error.ts';
import { loadCourse } from '../src/course/load.ts';
import { staleDiagrams } from '../src/drawing/mermaid/stale.ts';
import type { Finding } from '../src/lesson/types.ts';
import { proofFindings } from '../src/proof/findings.ts';

async function check(root: string): Promise<{ findings: readonly Finding[]; lessons: number; snippets: number }> {
  try {
    const course = await loadCourse(root);
    const findings = [
      ...checkCourse(course, { ci: process.env['CI'] === 'true' }),
      ...(await staleDiagrams(course)),
      ...(await proofFindings(course)),
    ];
    const snippets = course.lessons.reduce((sum, lesson) => sum + lesson.snippets.length, 0);
    return { findings, lessons: course.lessons.length, snippets };
  } catch (error) {
    if (error instanceof CourseError) return { findings: error.findings, lessons: 0, snippets: 0 };
    throw error;
  }
}

try {
  const root = process.env['ORCHESTRE_COURS'] ?? resolve(import.meta.dirname, '..');
  const { findings, ...size } = await check(root);
  for (const finding of findings) process.stdout.write(`${formatFinding(finding)}\n`);
  process.stderr.write(`${formatSummary(findings, size)}\n`);
  process.exitCode = findings.some(({ severity }) => severity === 'error') ? 1 : 0;
} catch (error) {
  process.stderr.write(
    `La vérification elle-même a échoué : ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 2;
}
