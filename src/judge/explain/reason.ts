import { ELLIPSIS } from '../accept/phrase.ts';
import type { Word } from './words.ts';

const list = new Intl.ListFormat('fr', { type: 'conjunction' });

/**
 * Why these words may not stand for those that the author wrote, in French: « ce n’est pas une durée ».
 * `column`: they are a cell's.
 */
export function reasonFor(
  expected: readonly Word[],
  actual: readonly Word[],
  { column }: { readonly column?: string | undefined },
): string {
  if (actual.length === 0) return column === undefined ? 'texte absent' : 'valeur absente';
  if (expected.length === 0) return column === undefined ? 'texte en trop' : 'valeur en trop';
  const stable = column === undefined ? 'texte stable' : 'valeur stable';
  const typed = [...expected, ...actual].flatMap(({ tokens }) => tokens).find((token) => token.typed);
  if (typed) return `${stable}\u00a0: «\u00a0${typed.text}\u00a0» est écrit dans le code de la leçon`;
  const wanted = onlyLabel(expected);
  const found = onlyLabel(actual);
  if (wanted) return found ? `c’est ${found}, et non ${wanted}` : `ce n’est pas ${wanted}`;
  const free = freeParts(expected);
  if (free.length > 0) return `${free.length > 1 ? 'seuls peuvent' : 'seul peut'} changer ${list.format(free)}`;
  return found ? `${stable}, et non ${found}` : stable;
}

/** The class of what is nothing but a volatile value. */
function onlyLabel(words: readonly Word[]): string | undefined {
  const [token, ...others] = words.flatMap(({ tokens }) => tokens);
  return others.length === 0 ? token?.volatile?.label : undefined;
}

/** What may change in the words, each class once: « c5l26 » (un suffixe aléatoire). */
function freeParts(words: readonly Word[]): string[] {
  const tokens = words.flatMap(({ tokens }) => tokens);
  const values = new Map(tokens.flatMap(({ text, volatile }) => (volatile ? [[volatile.label, text] as const] : [])));
  const elided = words.some(({ raw }) => raw.includes(ELLIPSIS));
  return [
    ...[...values].map(([label, text]) => `«\u00a0${text}\u00a0» (${label})`),
    ...(elided ? [`«\u00a0${ELLIPSIS}\u00a0»`] : []),
  ];
}
