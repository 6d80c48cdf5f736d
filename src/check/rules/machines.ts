import { didYouMean } from '../../lesson/did-you-mean.ts';
import { errorAt } from '../../lesson/finding.ts';
import { machinesOf } from '../../lesson/machines.ts';
import type { Finding, Lesson, Snippet } from '../../lesson/types.ts';
import type { Rule } from '../rule.ts';

/** `machine=` names a computer that the lesson has. */
export const machines: Rule = ({ readings }) =>
  readings.flatMap(({ lesson }) => lesson.snippets.flatMap((snippet) => unknownMachine(snippet, lesson)));

function unknownMachine({ attributes: { machine }, position }: Snippet, { meta }: Lesson): Finding[] {
  const known = machinesOf(meta.cluster);
  if (machine === undefined || known.includes(machine)) return [];
  const message =
    known.length === 0
      ? `machine=${machine} demande plusieurs machines, et la leçon n’en a qu’une (cluster: ${meta.cluster})`
      : `la leçon n’a pas de machine « ${machine} »`;
  const fix =
    known.length === 0
      ? 'écrivez cluster: swarm, ou retirez machine'
      : didYouMean(machine, known, `nommez l’une de : ${known.join(', ')}`);
  return [errorAt(position, { code: 'machine-inconnue', message, fix })];
}
