import type { Lesson } from '../lesson/types.ts';
import type { LessonProof } from '../proof/types.ts';
import { counted } from '../typography/french.ts';
import { proofSummary } from './proof-summary.ts';
import { GLYPHS } from './run-view.ts';

/** How far a lesson is proven, in one line. */
export interface ProofSentence {
  /** `none`: there is nothing to run, and nothing to be proud of. */
  readonly state: keyof typeof GLYPHS | 'none';
  /** Empty where the state has none. */
  readonly glyph: string;
  /** The figures. */
  readonly text: string;
}

/** @returns how far a lesson is proven */
export function proofSentence(lesson: Lesson, proof: LessonProof): ProofSentence {
  const { counts, total } = proofSummary(lesson, proof);
  if (total === 0) return { state: 'none', glyph: '', text: 'sans commande à exécuter' };
  if (counts.unproven > 0) {
    const text = `${counts.unproven} sur ${counted(total, 'exécution')} non vérifiée${counts.unproven > 1 ? 's' : ''}`;
    return { state: 'unproven', glyph: GLYPHS.unproven, text };
  }
  const run = counts.proven + counts['expected-failure'];
  const parts = run === 0 ? [] : [counted(run, 'exécution vérifiée', 'exécutions vérifiées')];
  if (counts['expected-failure'] > 0) {
    parts.push(`dont ${counted(counts['expected-failure'], 'échec attendu', 'échecs attendus')}`);
  }
  if (counts.skipped > 0) parts.push(counted(counts.skipped, 'non exécutée', 'non exécutées'));
  const state = counts.skipped === total ? 'skipped' : 'proven';
  return { state, glyph: GLYPHS[state], text: parts.join(', ') };
}
