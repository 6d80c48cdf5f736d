import { join } from 'node:path';
import { execa } from 'execa';
import { type Cost, costOf, marginalOf, medianOf } from './cost.ts';
import { lessonBody, makeProject } from './project.ts';
import type { BenchWorld, Figure } from './types.ts';

const FEW = 20;
const MANY = 220;

/** What one more snippet takes in a whole `npm run verify`: bash, judge, vitest's test and the proof. */
export async function verifyOverhead(world: BenchWorld): Promise<Figure[]> {
  const few = await timeOf(FEW, world);
  const many = await timeOf(MANY, world);
  return [
    {
      what: 'verify, par extrait de plus',
      cost: marginalOf(many, few, MANY - FEW),
      unit: 'ms',
      goal: { of: 'cpu', most: 5 },
      how: `« : », sans cluster ; ${FEW} extraits : ${Math.round(few.wall)} ms, ${MANY} : ${Math.round(many.wall)} ms, médianes de 3`,
    },
  ];
}

async function timeOf(count: number, { root, progress }: BenchWorld): Promise<Cost> {
  progress(`vérification de ${count} extraits`);
  const body = lessonBody(Array.from({ length: count }, () => ({ code: ':' })));
  const project = await makeProject({ '01-mesure': body }, 'none');
  const env = { ORCHESTRE_COURS: project.root, XDG_STATE_HOME: join(project.root, 'etat') };
  const verify = () => execa(process.execPath, [join(root, 'scripts/verify.ts'), '--all'], { env });
  try {
    return await medianOf(3, () => costOf(verify));
  } finally {
    await project.remove();
  }
}
