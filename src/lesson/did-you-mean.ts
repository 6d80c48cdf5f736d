import { closest, distance } from 'fastest-levenshtein';

/** Above this, a list of all the accepted words helps nobody. */
const LIST_LIMIT = 12;

/**
 * What to write instead of an unknown word, as the fix of a finding.
 * @param word what the author wrote
 * @param known the words that are accepted
 * @param otherwise what to do where none is near and the list is too long to print; the list all the same by default
 * @returns « vouliez-vous dire « x » ? », or the list of known words where none is near
 */
export function didYouMean(word: string, known: readonly string[], otherwise?: string): string {
  const near = nearest(word, known);
  if (near !== undefined) return `vouliez-vous dire « ${near} » ?`;
  const short = known.length > 0 && known.length <= LIST_LIMIT;
  return otherwise === undefined || short ? `mots acceptés : ${known.join(', ')}` : otherwise;
}

/** @returns the known word that the author most likely meant, if any is that near */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const near = closest(word, [...known]);
  return distance(word, near) <= Math.max(2, Math.floor(word.length / 3)) ? near : undefined;
}
