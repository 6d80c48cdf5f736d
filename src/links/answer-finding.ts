import { errorAt, type FindingText, warningAt } from '../lesson/finding.ts';
import type { Finding } from '../lesson/types.ts';
import type { InternetLink } from './internet-links.ts';
import type { Answer } from './requested.ts';

/** @returns what an address's answer says against its link; nothing where its page is there */
export function answerFinding({ address, position }: InternetLink, answer: Answer): Finding | undefined {
  const { state, status, reason } = answer;
  if (state === 'there') return undefined;
  if (state === 'gone') {
    const what = status === 0 ? `ne répond pas${reason === undefined ? '' : ` (${reason})`}` : `répond ${status}`;
    return errorAt(position, { code: 'lien-mort', message: `« ${address} » ${what}`, fix: REPLACE });
  }
  return warningAt(position, { code: 'lien-douteux', ...DOUBTS[state](address, status) });
}

const REPLACE = 'remplacez l’adresse par celle d’aujourd’hui, ou retirez le lien';

const DOUBTS: Readonly<
  Record<Exclude<Answer['state'], 'there' | 'gone'>, (address: string, status: number) => Omit<FindingText, 'code'>>
> = {
  refused: (address, status) => ({
    message: `« ${address} » refuse de répondre à un programme (${status})`,
    fix: 'ouvrez-la dans un navigateur',
  }),
  'without-anchor': (address) => ({
    message: `la page « ${address} » répond, mais sans cette ancre, qu’un script y met peut-être`,
    fix: 'ouvrez-la dans un navigateur, et corrigez ce qui suit « # »',
  }),
};
