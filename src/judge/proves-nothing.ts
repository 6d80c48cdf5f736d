import type { Snippet } from '../lesson/types.ts';
import { ELLIPSIS } from './accept/phrase.ts';

/**
 * Why a snippet's expected output would hold whatever it printed: a finding for its author.
 * @returns the reason and what to do, in French; undefined where the output proves something
 */
export function provesNothing({ expected, attributes }: Snippet): string | undefined {
  if (expected === undefined) return undefined;
  if (attributes.expect === 'regex') return emptyExpression(expected.text);
  if (attributes.expect !== 'like' || expected.text.trim() === '') return undefined;
  if (expected.text.replaceAll(ELLIPSIS, '').trim() !== '') return undefined;
  return attributes.exit === 0
    ? 'une sortie qui n’est que «\u00a0…\u00a0» accepte tout, message d’erreur compris\u00a0: écrivez au moins une ligne qui ne change pas'
    : 'un échec attendu montre sa raison, et «\u00a0…\u00a0» seul accepte n’importe laquelle\u00a0: écrivez le message d’erreur';
}

function emptyExpression(source: string): string | undefined {
  try {
    // As the judge reads it: for the whole output, without newlines at its end.
    if (!new RegExp(`^(?:${source.replace(/[\r\n]+$/, '')})$`, 'su').test('')) return undefined;
  } catch {
    return undefined; // That it is no expression is another finding.
  }
  return 'cette expression décrit aussi une sortie vide\u00a0: écrivez-y au moins un mot qui doit être affiché';
}
