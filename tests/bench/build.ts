import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { forgeProofs } from '../fixtures/forge-proofs.ts';
import { makeBareSite } from './bare-site.ts';
import { type Cost, costOf, marginalOf, middleOf, ratioOf } from './cost.ts';
import { type BenchProject, lessonsOf, makeProject } from './project.ts';
import type { BenchWorld, Figure } from './types.ts';

const PER_LESSON = 20;
const FEW = 200;
const MANY = 2000;
const ROUNDS = 3;

/** A site to build, and how. */
interface Site extends BenchProject {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Building sites of 200 and 2,000 slides, on a page and on a deck, beside a bare Astro site of the same content. */
export async function buildSpeed({ root, progress }: BenchWorld): Promise<Figure[]> {
  const [few, many] = [lessonsOf(FEW, PER_LESSON), lessonsOf(MANY, PER_LESSON)];
  const sites = [
    await ourSite(few, root),
    await ourSite(many, root),
    await bareSite(few, root),
    await bareSite(many, root),
  ];
  try {
    const costs: Cost[][] = sites.map(() => []);
    // In turn, so that all meet the same noise.
    for (let round = 1; round <= ROUNDS; round++) {
      progress(`build : ${round} sur ${ROUNDS}`);
      for (const [index, site] of sites.entries()) costs[index]?.push(await build(site));
    }
    const [ourFew, ourMany, bareFew, bareMany] = costs.map(middleOf) as [Cost, Cost, Cost, Cost];
    const ours = marginalOf(ourMany, ourFew, MANY - FEW);
    const bare = marginalOf(bareMany, bareFew, MANY - FEW);
    return [
      {
        what: 'build, par diapositive de plus',
        cost: ours,
        unit: 'ms',
        how: `page et diapositive ; ${FEW} et ${MANY}`,
      },
      {
        what: 'build d’Astro nu, par diapositive de plus',
        cost: bare,
        unit: 'ms',
        how: 'page et reveal.js, même contenu',
      },
      {
        what: 'build ÷ Astro nu, par diapositive',
        cost: ratioOf(ours, bare),
        unit: '',
        goal: { of: 'cpu', most: 1 },
        how: `médianes de ${ROUNDS} tours entrelacés`,
      },
      {
        what: `build de ${FEW} diapositives`,
        cost: ourFew,
        unit: 's',
        how: `Astro nu : ${Math.round(bareFew.cpu)} ms de processeur`,
      },
    ];
  } finally {
    for (const site of sites) await site.remove();
  }
}

async function build({ cwd, env, root }: Site): Promise<Cost> {
  const outDir = join(root, 'dist');
  await rm(outDir, { recursive: true, force: true });
  return costOf(() => execa('npx', ['astro', 'build', '--outDir', outDir], { cwd, env }));
}

async function ourSite(lessons: Readonly<Record<string, string>>, cwd: string): Promise<Site> {
  const project = await makeProject(lessons, 'none');
  const dir = join(project.root, 'transcripts');
  await forgeProofs(project.root, dir);
  return { ...project, cwd, env: { ORCHESTRE_COURS: project.root, ORCHESTRE_PREUVES: dir } };
}

async function bareSite(lessons: Readonly<Record<string, string>>, modules: string): Promise<Site> {
  const project = await makeBareSite(lessons, modules);
  return { ...project, cwd: project.root, env: {} };
}
