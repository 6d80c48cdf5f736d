import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { checkCourse } from '../../src/check/check.ts';
import { loadCourse } from '../../src/course/load.ts';
import { loadProof } from '../../src/proof/proofs.ts';
import type { Mutant } from './mutant.ts';

/** What noticed a mutant: the static checks, the gate of the build, a run on the cluster; or nothing did. */
export type Caught = 'contrôle' | 'publication' | 'exécution' | 'survivant';

/**
 * @param root of a course with that one lesson, its proof beside it
 * @param file the lesson, from the root
 * @returns what caught it; `undefined` where the environment failed and nothing can be said
 */
export async function tryMutant(
  mutant: Mutant,
  { root, file }: { root: string; file: string },
): Promise<Caught | undefined> {
  await writeFile(join(root, file), mutant.source);
  const course = await loadCourse(root);
  if (checkCourse(course).some(({ severity }) => severity === 'error')) return 'contrôle';
  const [lesson] = course.lessons;
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

/** @returns a course of that one lesson at `root`, ready to be spoiled; the lesson's file from there */
export async function courseOfOne(from: string, folder: string, root: string): Promise<string> {
  const file = `content/${folder}/lecon.mdx`;
  await mkdir(join(root, 'content', folder, 'preuve'), { recursive: true });
  for (const each of ['content/images.yaml', `content/${folder}/preuve/transcript.json`]) {
    await writeFile(join(root, each), await readFile(join(from, each)));
  }
  const course = await readFile(join(from, 'content/cours.yaml'), 'utf8');
  await writeFile(
    join(root, 'content/cours.yaml'),
    course.replace(/^lecons:\n(?: +.*\n)+/m, `lecons:\n  - ${folder}\n`),
  );
  return file;
}
