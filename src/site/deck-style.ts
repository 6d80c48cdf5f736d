import { boxOf, deckSnippet } from './deck-snippet.ts';
import { diagramPlace } from './diagram-place.ts';
import type { LessonView } from './lesson-view.ts';
import { slideMeasures, type SlideLoad } from './slide-measures.ts';

/** How one slide is set: a class list and custom properties, made at build. */
export interface DeckStyle {
  readonly classes: readonly string[];
  readonly style?: string;
}

/**
 * @param charge what the slides plugin found on the slide: a `SlideLoad` as JSON
 * @param band height of what the slide bears besides, in pixels
 */
export function deckStyle(view: LessonView, charge: string, band = 0): DeckStyle {
  const load = JSON.parse(charge) as SlideLoad;
  const text = load.text + band;
  const boxes = load.snippets.flatMap((id) => {
    const after = id.endsWith('+');
    const found = deckSnippet(view, after ? id.slice(0, -1) : id, after);
    return found === undefined ? [] : [boxOf(found)];
  });
  if (boxes.length > 0) {
    // A drawing takes half of what the text leaves.
    const drawing = load.diagrams === 0 ? 0 : 280;
    const { size, beside } = slideMeasures({ ...load, text: text + drawing }, boxes);
    return { classes: beside ? ['beside'] : [], style: `--code:${size}px` };
  }
  return { classes: load.diagrams === 1 ? diagramPlace(view, load, text) : [] };
}
