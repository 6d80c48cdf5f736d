import type { Lesson } from './types.ts';

/** Where a slide can be linked to, on the page and in the deck. */
export interface SlideAnchors {
  /** Id of the section in force: of the page's `<h2>`. */
  readonly section: string;
  /** Id of the slide itself, unique in its lesson: of the page's `<h3>` and of the deck's `<section>`. */
  readonly slide: string;
  /** The page has shown this section already. */
  readonly sectionRepeated: boolean;
  /** The slide bears its predecessor's title in the same section, or the section's own: no heading on the page. */
  readonly titleRepeated: boolean;
}

/**
 * The part of an address after `#` that a heading's text gives.
 * @param text plain text; « L’API déclarative » gives `l-api-declarative`
 */
export function anchorOf(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe');
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'diapo';
}

/** Ids that the page or the deck gives to its own parts: no heading may have them too. */
const RESERVED_IDS: readonly string[] = ['contenu', 'prerequis', 'objectifs', 'titre', 'touches'];

/** @returns the id of a snippet's box on the page */
export function snippetAnchor(id: string): string {
  return `extrait-${id}`;
}

/** @returns the ids that are taken before any heading asks for one */
function reservedIds({ snippets }: Lesson): string[] {
  return [...RESERVED_IDS, ...snippets.map(({ id }) => snippetAnchor(id)).flatMap((id) => [id, `${id}-apres`])];
}

/** @returns the anchors of each slide of the lesson, in order */
export function anchorsOf(lesson: Lesson): SlideAnchors[] {
  const taken = new Set(reservedIds(lesson));
  const withExercise = new Set(lesson.snippets.flatMap(({ slide, exercise }) => (exercise ? [slide] : [])));
  const unique = (text: string): string => {
    // A deck takes digits alone for the rank of a slide.
    const base = anchorOf(text).replace(/^(?=\d+$)/, 'n-');
    let id = base;
    for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
    taken.add(id);
    return id;
  };
  const anchors: SlideAnchors[] = [];
  for (const [index, { section, title }] of lesson.slides.entries()) {
    const before = lesson.slides[index - 1];
    const last = anchors.at(-1);
    const sectionRepeated = before?.section === section;
    const sectionId = sectionRepeated && last !== undefined ? last.section : unique(section);
    const titleRepeated = title === section || (sectionRepeated && before.title === title);
    const ownsSection = title === section && !sectionRepeated;
    const slide = ownsSection ? sectionId : unique(title);
    // The solution's slides in the deck.
    if (withExercise.has(index)) taken.add(`${slide}-solution`).add(`${slide}-solution-2`);
    anchors.push({
      section: sectionId,
      slide,
      sectionRepeated,
      titleRepeated,
    });
  }
  return anchors;
}
