/** Runs in which an author's code is read: a value may be a whole word, or a part of one between its signs. */
const RUNS = [/[^\s"'`=,;(){}[\]<>|&$]+/gu, /[\w.:+-]+/gu, /[\w.+-]+/gu, /[\w-]+/gu, /\w+/gu];
/** What stands at the ends of a run and belongs to the sentence. */
const EDGES = /^[.:,;+-]+|[.:,;+-]+$/g;

/** What an author typed in a lesson: such a value is the same in each run, whatever its shape. */
export type Vocabulary = ReadonlySet<string>;

/**
 * Every word of an author's code that could be a volatile value's text.
 * @param codes the code of all the lesson's snippets, YAML and files included; never its expected outputs
 */
export function vocabularyOf(codes: Iterable<string>): Vocabulary {
  const words = new Set<string>();
  for (const code of codes) {
    for (const run of RUNS) {
      for (const [word] of code.matchAll(run)) {
        // Without a digit nothing is volatile but a suffix of five letters, which stands in a name.
        if (word.length > 1 && word.length <= 253) words.add(word).add(word.replace(EDGES, ''));
      }
    }
  }
  return words;
}
