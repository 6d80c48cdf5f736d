import { execa } from 'execa';
import { elapsed, medianOf } from './median.ts';
import type { BenchWorld, Figure } from './types.ts';

/** `npm run verify` on this very checkout, where every lesson is proven. */
export async function verifyNothing({ root, progress }: BenchWorld): Promise<Figure[]> {
  progress('vérification sans rien de changé');
  const value = await medianOf(3, () => elapsed(() => execa('npm', ['run', '--silent', 'verify'], { cwd: root })));
  return [
    {
      what: 'verify, rien de changé',
      value: value / 1000,
      unit: 's',
      goal: 2,
      how: 'npm run verify, processus compris, médiane de 3',
    },
  ];
}
