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

/** @returns the anchors of each slide of the lesson, in order */
export function anchorsOf(lesson: Lesson): SlideAnchors[] {
  const taken = new Set<string>();
  const unique = (text: string): string => {
    const base = anchorOf(text);
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
    anchors.push({
      section: sectionId,
      slide: ownsSection ? sectionId : unique(title),
      sectionRepeated,
      titleRepeated,
    });
  }
  return anchors;
}
