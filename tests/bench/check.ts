import { checkCourse } from '../../src/check/check.ts';
import { loadCourse } from '../../src/course/load.ts';
import { type Cost, costOf, medianOf, ratioOf } from './cost.ts';
import { lessonsOf, makeProject } from './project.ts';
import type { BenchWorld, Figure } from './types.ts';

const PER_LESSON = 50;

/** Reading and checking courses of 1,000 and 10,000 snippets. */
export async function checkSpeed({ progress }: BenchWorld): Promise<Figure[]> {
  const thousand = await timeOf(1_000, progress);
  const ten = await timeOf(10_000, progress);
  return [
    {
      what: 'check de 1 000 extraits',
      cost: thousand,
      unit: 's',
      goal: { of: 'wall', most: 2 },
      how: 'lecture et contrôle, médiane de 3',
    },
    {
      what: 'check de 10 000 extraits ÷ 1 000',
      cost: ratioOf(ten, thousand),
      unit: '',
      goal: { of: 'cpu', most: 11 },
      how: `${(ten.wall / 1000).toFixed(2).replace('.', ',')} s`,
    },
  ];
}

async function timeOf(count: number, progress: (text: string) => void): Promise<Cost> {
  progress(`check de ${count} extraits`);
  const project = await makeProject(lessonsOf(count, PER_LESSON), 'shared');
  try {
    return await medianOf(3, () => costOf(async () => checkCourse(await loadCourse(project.root))));
  } finally {
    await project.remove();
  }
}
