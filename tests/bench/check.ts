import { checkCourse } from '../../src/check/check.ts';
import { loadCourse } from '../../src/course/load.ts';
import { elapsed, medianOf } from './median.ts';
import { lessonBody, makeProject, typicalSnippets } from './project.ts';
import type { BenchWorld, Figure } from './types.ts';

const PER_LESSON = 50;

/** Reading and checking courses of 1,000 and 10,000 snippets. */
export async function checkSpeed({ progress }: BenchWorld): Promise<Figure[]> {
  const thousand = await timeOf(1_000, progress);
  const ten = await timeOf(10_000, progress);
  return [
    {
      what: 'check de 1 000 extraits',
      value: thousand / 1000,
      unit: 's',
      goal: 2,
      how: 'lecture et contrôle, médiane de 3',
    },
    {
      what: 'check de 10 000 extraits ÷ 1 000',
      value: ten / thousand,
      unit: '',
      goal: 11,
      how: `${(ten / 1000).toFixed(2).replace('.', ',')} s`,
    },
  ];
}

async function timeOf(count: number, progress: (text: string) => void): Promise<number> {
  progress(`check de ${count} extraits`);
  const folders = Array.from(
    { length: count / PER_LESSON },
    (_, index) => `${String(index % 100).padStart(2, '0')}-mesure-${index}`,
  );
  const project = await makeProject(
    Object.fromEntries(folders.map((folder) => [folder, lessonBody(typicalSnippets(PER_LESSON, folder.slice(3)))])),
    'shared',
  );
  try {
    return await medianOf(3, () => elapsed(async () => checkCourse(await loadCourse(project.root))));
  } finally {
    await project.remove();
  }
}
