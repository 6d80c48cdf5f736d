import { closest, distance } from 'fastest-levenshtein';

/**
 * The end of a French sentence that proposes the nearest known word.
 * @param word what the author wrote
 * @param known the words that are accepted
 * @returns « Vouliez-vous dire « x » ? », or the list of known words where none is near
 */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = closest(word, [...known]);
  const tolerance = Math.max(2, Math.floor(word.length / 3));
  if (known.length > 0 && distance(word, near) <= tolerance) return `vouliez-vous dire « ${near} » ?`;
  return `mots acceptés : ${known.join(', ')}`;
}
