import { errorAt, type FindingText } from '../../lesson/finding.ts';
import type { Diagram, Finding } from '../../lesson/types.ts';
import { FONT_SIZE } from './mermaid-config.ts';

/** What a slide of 1280×720 leaves to a drawing under its title, in pixels; IDENTITY.md: 5 % of margin on each side. */
const ROOM = { width: 1100, height: 480 };

/** The least size of text on a slide's drawing, in pixels. */
const LEAST_TEXT = 16;

const most = (room: number): number => Math.floor((room * FONT_SIZE) / LEAST_TEXT);

/** @returns whether a slide shows a drawing of this size with its text large enough to read */
export function fitsSlide({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return width <= most(ROOM.width) && height <= most(ROOM.height);
}

/** @returns a finding where a slide would have to shrink the drawing until its text is too small to read */
export function sizeFinding(diagram: Diagram, svg: string): Finding[] {
  const [, width, height] = /^<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  const [w, h] = [Number(width), Number(height)];
  const excess = [
    ...(w > most(ROOM.width) ? [`${w} px de large (au plus ${most(ROOM.width)})`] : []),
    ...(h > most(ROOM.height) ? [`${h} px de haut (au plus ${most(ROOM.height)})`] : []),
  ];
  if (excess.length === 0) return [];
  const text: FindingText = {
    code: 'diagramme-trop-grand',
    message: `le dessin de ${diagram.id} fait ${excess.join(' et ')} : son texte serait illisible sur une diapositive`,
    fix: 'retirez des boîtes ou des étiquettes, raccourcissez-les, changez de sens (LR, TB) ou faites deux diagrammes',
  };
  return [errorAt(diagram.position, text)];
}
