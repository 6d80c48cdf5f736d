import { execa } from 'execa';
import { costOf, medianOf } from './cost.ts';
import type { BenchWorld, Figure } from './types.ts';

/** `npm run verify` on this very checkout, where every lesson is proven. */
export async function verifyNothing({ root, progress }: BenchWorld): Promise<Figure[]> {
  progress('vérification sans rien de changé');
  return [
    {
      what: 'verify, rien de changé',
      cost: await medianOf(3, () => costOf(() => execa('npm', ['run', '--silent', 'verify'], { cwd: root }))),
      unit: 's',
      goal: { of: 'wall', most: 2 },
      how: 'npm run verify, processus compris, médiane de 3',
    },
  ];
}
