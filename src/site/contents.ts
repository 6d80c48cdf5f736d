import type { Lesson } from '../lesson/types.ts';
import { typeset } from '../typography/typeset.ts';
import { anchorsOf } from './anchors.ts';

/** An entry of a page's table of contents. */
export interface ContentsEntry {
  readonly id: string;
  readonly title: string;
}

/** @returns the sections of a lesson with the titles under them, as its page shows them: repeated ones once */
export function contentsOf(lesson: Lesson): (ContentsEntry & { slides: ContentsEntry[] })[] {
  const sections: (ContentsEntry & { slides: ContentsEntry[] })[] = [];
  for (const [index, anchors] of anchorsOf(lesson).entries()) {
    const { section, title } = lesson.slides[index] ?? { section: '', title: '' };
    if (!anchors.sectionRepeated) sections.push({ id: anchors.section, title: typeset(section), slides: [] });
    if (!anchors.titleRepeated) sections.at(-1)?.slides.push({ id: anchors.slide, title: typeset(title) });
  }
  return sections;
}
