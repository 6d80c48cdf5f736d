import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { checkCourse } from '../../src/check/check.ts';
import { loadCourse } from '../../src/course/load.ts';
import { loadProof } from '../../src/proof/proofs.ts';
import type { Lesson } from '../../src/lesson/types.ts';
import { formatFinding } from '../../src/lesson/format-finding.ts';
import type { Mutant } from './mutant.ts';

/** What noticed a mutant: the static checks, the gate of the build, a run on the cluster; or nothing did. */
export type Caught = 'contrôle' | 'publication' | 'exécution' | 'survivant';

/**
 * @param root of a course that nothing speaks against
 * @param lesson the one to spoil
 * @returns what caught it; `undefined` where the environment failed and nothing can be said
 */
export async function tryMutant(
  mutant: Mutant,
  { root, lesson: { slug, file } }: { root: string; lesson: Pick<Lesson, 'slug' | 'file'> },
): Promise<Caught | undefined> {
  await writeFile(join(root, file), mutant.source);
  const course = await loadCourse(root);
  if (checkCourse(course).some(({ severity }) => severity === 'error')) return 'contrôle';
  const lesson = course.lessons.find((each) => each.slug === slug);
  if (lesson === undefined) return 'contrôle';
  const { problems } = await loadProof(course, lesson);
  if (mutant.offline) return problems.some(({ kind }) => kind === 'sortie-differente') ? 'publication' : 'survivant';
  // A changed command is never published without a run: what counts is whether the run sees it.
  const { exitCode } = await execa(
    process.execPath,
    [join(import.meta.dirname, '../../scripts/verify.ts'), lesson.slug, '--keep', `--proofs=${join(root, 'ailleurs')}`],
    { reject: false, env: { ORCHESTRE_COURS: root, CI: '' } },
  );
  return exitCode === 0 ? 'survivant' : exitCode === 1 ? 'exécution' : undefined;
}

/**
 * Copies a course, to be spoiled there.
 * @returns what already speaks against a lesson before anything is spoiled: with it, no mutant says anything
 */
export async function copyCourse(from: string, slug: string, root: string): Promise<string[]> {
  await cp(join(from, 'content'), join(root, 'content'), { recursive: true });
  const course = await loadCourse(root);
  const errors = checkCourse(course).filter(({ severity }) => severity === 'error');
  const lesson = course.lessons.find((each) => each.slug === slug);
  const problems = lesson === undefined ? [] : (await loadProof(course, lesson)).problems;
  return [...errors.map(formatFinding), ...problems.map(({ kind }) => `la preuve ne tient pas : ${kind}`)];
}
