import type { Course } from '../course/types.ts';
import { errorAt, warningAt } from '../lesson/finding.ts';
import type { Finding } from '../lesson/types.ts';
import { loadProof } from './proofs.ts';
import type { StoreOptions } from './store.ts';
import type { Problem } from './types.ts';

/**
 * What the recorded runs say of the lessons as they stand, without a cluster.
 * @returns an error for each expected output or quoted figure that is not what was recorded; a warning for each lesson
 * that has yet to be proven, at its first such snippet
 */
export async function proofFindings(course: Course, options: StoreOptions = {}): Promise<Finding[]> {
  const proofs = await Promise.all(course.lessons.map((lesson) => loadProof(course, lesson, options)));
  return proofs.flatMap(({ problems }) => {
    const different = problems.filter(({ kind }) => kind !== 'preuve-absente');
    const [unproven] = problems.filter(({ kind }) => kind === 'preuve-absente');
    return [
      ...different.map((problem) => errorAt(...saying(problem))),
      ...(unproven ? [warningAt(...saying(unproven))] : []),
    ];
  });
}

function saying({ kind, position, message, fix }: Problem): Parameters<typeof errorAt> {
  return [position, { code: kind, message, fix }];
}
