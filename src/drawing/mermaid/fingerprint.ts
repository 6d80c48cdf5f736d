import { createHash } from 'node:crypto';
import type { Diagram, Lesson } from '../../lesson/types.ts';
import { typeset } from '../../typography/typeset.ts';
import { MERMAID_CONFIG } from './mermaid-config.ts';
import { TOKENS } from '../palette.ts';
import type { Labels } from '../svg.ts';

/** Raised by hand whenever the code of this folder draws something else from the same fence. */
const REVISION = 1;

/** The version of the dev dependency; a test compares it with what is installed, since `check` may not need mermaid. */
export const MERMAID_VERSION = '12.3.0';

/**
 * All that a drawing says besides its marks.
 * @returns texts set in French typography, and a fingerprint of all that the drawing depends on
 */
export function labelsOf(lesson: Lesson, diagram: Diagram): Labels {
  const texts = {
    id: `${lesson.slug}-${diagram.id}`,
    title: typeset(lesson.slides[diagram.slide]?.title ?? lesson.meta.titre),
    description: typeset(diagram.alt),
  };
  const drawnBy = { REVISION, MERMAID_VERSION, MERMAID_CONFIG, TOKENS };
  const all = JSON.stringify({ ...texts, code: diagram.code, drawnBy });
  return { ...texts, fingerprint: createHash('sha256').update(all).digest('hex').slice(0, 16) };
}
