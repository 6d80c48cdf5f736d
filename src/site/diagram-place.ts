import type { LessonView } from './lesson-view.ts';
import type { SlideLoad } from './slide-measures.ts';

const ROOM = { width: 1152, height: 632, gap: 16, title: 54 };
/** Width of the text's column beside a drawing. */
const COLUMN = 380;

/**
 * A drawing stands under the text, or beside it where that makes its words larger.
 * @returns the slide's classes
 */
export function diagramPlace(view: LessonView, { diagram, blocks }: SlideLoad, text: number): string[] {
  const drawn = diagram === undefined ? undefined : view.diagrams.get(diagram);
  if (drawn === undefined || blocks < 2) return [];
  const scale = (width: number, height: number) => Math.min(width / drawn.width, height / drawn.height);
  const under = scale(ROOM.width, ROOM.height - text - ROOM.gap);
  const prose = (text - ROOM.title) * (ROOM.width / COLUMN);
  if (prose > ROOM.height - ROOM.title) return [];
  const aside = scale(ROOM.width - COLUMN - 2 * ROOM.gap, ROOM.height - ROOM.title - ROOM.gap);
  return under < ENOUGH && aside > under * 1.1 ? ['aside'] : [];
}

/** The words of a drawing are 18 px: 24 px on a slide at least. */
const ENOUGH = 24 / 18;
