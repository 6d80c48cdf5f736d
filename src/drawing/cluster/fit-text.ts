/** A text in the width that it has. */
export interface FittedText {
  readonly text: string;
  /** Its letters are squeezed to this width. */
  readonly squeezed?: number;
}

/** Advance of a letter in the wider of our fonts, in em. */
const ADVANCE = { sans: 0.57, mono: 0.61 };
/** Letters this much too wide can still be squeezed; more is cut. */
const SQUEEZE = 1.25;

export interface Setting {
  readonly size: number;
  readonly font: 'sans' | 'mono';
  readonly width: number;
}

/** @returns an estimate of a text's width, in pixels: the reader's font is not known */
export function widthOf(text: string, { size, font }: Pick<Setting, 'size' | 'font'>): number {
  return text.length * ADVANCE[font] * size;
}

/** @returns the text, squeezed where it is a little too long, cut where it is more */
export function fitText(text: string, setting: Setting): FittedText {
  const { width } = setting;
  if (widthOf(text, setting) <= width) return { text };
  const most = Math.floor((width * SQUEEZE) / widthOf('x', setting));
  return { text: text.length <= most ? text : `${text.slice(0, most - 1)}…`, squeezed: Math.round(width) };
}
