import type { Finding, Lesson } from '../lesson/types.ts';

/**
 * The findings that bear on these lessons: their own, and those of the course's files, which every lesson stands on.
 * What is wrong with other lessons does not, nor that cours.yaml announces one that nobody has written yet.
 * @param findings of the whole course
 * @param lessons those that are going to be run
 * @returns the findings in two parts, each in the given order: a command stops for the first, and may tell the second
 */
export function concerning(
  findings: readonly Finding[],
  lessons: readonly Pick<Lesson, 'file'>[],
): { own: Finding[]; others: Finding[] } {
  const files = new Set(lessons.map(({ file }) => file));
  const { true: own = [], false: others = [] } = Object.groupBy(findings, ({ file, code }) => {
    const shared = !/^content\/[^/]+\//.test(file);
    return String(shared ? code !== 'lecon-absente' : files.has(file)) as 'true' | 'false';
  });
  return { own, others };
}
