import type { Lesson } from '../lesson/types.ts';
import type { LessonProof } from '../proof/types.ts';
import { counted } from '../typography/french.ts';
import { proofSummary } from './proof-summary.ts';
import { GLYPHS } from './run-view.ts';

/** @returns how far a lesson is proven: its state, the state's glyph, and a short text with the figures */
export function proofSentence(
  lesson: Lesson,
  proof: LessonProof,
): { state: keyof typeof GLYPHS; glyph: string; text: string } {
  const { counts, total } = proofSummary(lesson, proof);
  if (counts.unproven > 0) {
    const text = `${counts.unproven} sur ${counted(total, 'exécution')} non vérifiée${counts.unproven > 1 ? 's' : ''}`;
    return { state: 'unproven', glyph: GLYPHS.unproven, text };
  }
  const parts = [counted(counts.proven + counts['expected-failure'], 'exécution vérifiée', 'exécutions vérifiées')];
  if (counts['expected-failure'] > 0) {
    parts.push(`dont ${counted(counts['expected-failure'], 'échec attendu', 'échecs attendus')}`);
  }
  if (counts.skipped > 0) parts.push(counted(counts.skipped, 'non exécutée', 'non exécutées'));
  return { state: 'proven', glyph: GLYPHS.proven, text: parts.join(', ') };
}
