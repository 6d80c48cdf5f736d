import type { Lesson } from '../lesson/types.ts';
import type { Problem, Proof } from './types.ts';

/** Longer than this is no figure: it would break the sentence that quotes it. */
const LONGEST = 40;

/**
 * What a snippet printed, for prose that quotes it.
 * @param proof of the snippet's step; nothing where the lesson has no such step
 * @returns the one line that it printed, without space around it; nothing where it printed none, several, or more than
 * 40 characters, or is not proven
 */
export function measured(proof: Proof | undefined): string | undefined {
  if (proof === undefined || !('record' in proof)) return undefined;
  const line = proof.record.output.trim();
  return line === '' || line.includes('\n') || line.length > LONGEST ? undefined : line;
}

/**
 * @param lesson as it is written now
 * @param proofs of its steps, by id
 * @returns one problem for each `<Mesure>` whose snippet is proven and printed no figure; where it is not proven, its
 * own problem says so already
 */
export function measureProblems({ measures }: Lesson, proofs: ReadonlyMap<string, Proof>): Problem[] {
  return measures.flatMap(({ of, position }): Problem[] => {
    const proof = proofs.get(of);
    if (proof === undefined || !('record' in proof) || measured(proof) !== undefined) return [];
    const message = `<Mesure de="${of}"> cite une ligne de ${LONGEST} caractères au plus : cet extrait a affiché autre chose`;
    const fix = 'faites-lui afficher la valeur seule (cut, jq, tail -n 1), puis relancez la vérification';
    return [{ kind: 'mesure-illisible', step: of, position, message, fix }];
  });
}
