import { closest, distance } from 'fastest-levenshtein';

/** Above this, a list of all the accepted words helps nobody. */
const LIST_LIMIT = 12;

/**
 * What to write instead of an unknown word.
 * @param word what the author wrote
 * @param known the words that exist there
 * @param otherwise what to do when none is near and the list is too long to print
 */
export function suggest(word: string, known: readonly string[], otherwise: string): string {
  const near = known.length === 0 ? undefined : closest(word, [...known]);
  const tolerance = Math.max(2, Math.floor(word.length / 3));
  if (near !== undefined && distance(word, near) <= tolerance) return `vouliez-vous dire « ${near} » ?`;
  return known.length > 0 && known.length <= LIST_LIMIT ? `mots acceptés : ${known.join(', ')}` : otherwise;
}
