import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { forgeProofs } from '../fixtures/forge-proofs.ts';
import { elapsed, medianOf } from './median.ts';
import { lessonBody, makeProject, typicalSnippets } from './project.ts';
import type { BenchWorld, Figure } from './types.ts';

const PER_LESSON = 20;
const FEW = 200;
const MANY = 2000;

/** Building sites of 200 and 2,000 slides, each slide once on a page and once on a deck. */
export async function buildSpeed(world: BenchWorld): Promise<Figure[]> {
  const few = await timeOf(FEW, world);
  const many = await timeOf(MANY, world);
  const marginal = (many - few) / (MANY - FEW);
  return [
    {
      what: 'build, par diapositive de plus',
      value: marginal,
      unit: 'ms',
      goal: 1,
      how: `page et diapositive ; ${FEW} : ${Math.round(few)} ms, ${MANY} : ${Math.round(many)} ms`,
    },
    { what: 'build, coût fixe', value: (few - marginal * FEW) / 1000, unit: 's', how: 'processus compris' },
  ];
}

async function timeOf(slides: number, { root, progress }: BenchWorld): Promise<number> {
  progress(`build de ${slides} diapositives`);
  const folders = Array.from(
    { length: slides / PER_LESSON },
    (_, index) => `${String(index % 100).padStart(2, '0')}-mesure-${index}`,
  );
  const lesson = (folder: string): string => lessonBody(typicalSnippets(PER_LESSON, folder.slice(3)));
  const project = await makeProject(Object.fromEntries(folders.map((folder) => [folder, lesson(folder)])), 'none');
  const dir = join(project.root, 'transcripts');
  await forgeProofs(project.root, dir);
  const env = { ORCHESTRE_COURS: project.root, ORCHESTRE_PREUVES: dir };
  try {
    return await medianOf(3, async () => {
      const outDir = join(project.root, 'dist');
      await rm(outDir, { recursive: true, force: true });
      return elapsed(() => execa('npx', ['astro', 'build', '--outDir', outDir], { cwd: root, env }));
    });
  } finally {
    await project.remove();
  }
}
