import type { PictureSize } from '../artefact/picture-size.ts';

/** What a slide holds, as its Markdown tells it. */
export interface SlideLoad {
  /** Height of everything but boxes of code and drawings, gaps between its parts included: pixels, an upper estimate. */
  readonly text: number;
  /** How many parts `text` is made of. */
  readonly blocks: number;
  /** Ids of its snippets, in order; `id+` is an exercise's check once the work is done. */
  readonly snippets: readonly string[];
  readonly diagrams: number;
  /** The last diagram's id. */
  readonly diagram?: string;
  /** Its snippets stand side by side, in so many columns. */
  readonly columns: number;
  /** Its snippets stand in an exercise's frame. */
  readonly nested: boolean;
}

/** One box of code on a slide. */
export interface Box {
  readonly kind: 'command' | 'manifest' | 'file';
  /** In their order: code, commands that may break at their spaces, outputs, quiet lines, the foot. */
  readonly parts: readonly Part[];
}

export interface Part {
  readonly what: 'code' | 'command' | 'output' | 'picture' | 'wait' | 'foot';
  readonly lines: readonly string[];
  /** It breaks rather than scrolls. */
  readonly breaks?: boolean;
  /** Of a picture. */
  readonly size?: PictureSize;
}

/** How the code of a slide is set. */
export interface SlideMeasures {
  /** Pixels, the same in all boxes of the slide. */
  readonly size: number;
  /** A long manifest stands on the left of what is done with it. */
  readonly beside: boolean;
}

/** Code on a slide is read from the last row. Source: IDENTITY.md, DESIGN.md. */
const SMALLEST = 18;
const LARGEST = 28;

/** Advance of a character in the widest of our monospaced fonts, in em. */
const ADVANCE = 0.602;
const LEADING = 1.35;

/** The slide's own measures, as in styles/deck/slide.css and snippet.css. */
const ROOM = {
  width: 1152,
  height: 632,
  gap: 16,
  bar: 34,
  pad: 14,
  wait: 30,
  foot: 28,
  side: 40,
  nested: 50,
  column: 32,
};
/** Height that a picture has beside code at least, where it is that high; alone it takes what there is. */
export const PICTURE = 240;

/** @returns how high a picture stands on a slide that has room for it: in its own size, never wider than its box */
export function pictureHeight({ width, height }: PictureSize): number {
  return Math.round(height * Math.min(1, (ROOM.width - ROOM.side) / width));
}

/** The prompt, and how far the rest of a long line hangs. */
const PROMPT = 4;

/**
 * Chooses the largest size of code at which everything on a slide has its place, between 18 and 28 px. Made at build:
 * nothing moves in the browser. What does not fit at 18 px scrolls in its box, and `npm run slides` tells.
 */
export function slideMeasures(
  load: Pick<SlideLoad, 'text' | 'blocks' | 'nested' | 'columns'>,
  boxes: readonly Box[],
): SlideMeasures {
  const { columns } = load;
  const width = (ROOM.width - (columns - 1) * ROOM.column) / columns - (load.nested ? ROOM.nested : 0);
  const rows = columns > 1 ? 1 : boxes.length;
  const height = ROOM.height - load.text - (rows - (load.blocks === 0 ? 1 : 0)) * ROOM.gap;
  const together = columns > 1 ? (heights: number[]) => Math.max(...heights) : sum;
  const [only] = boxes;
  const stacked = largest(
    (size) =>
      boxes.every((box) => fitsWidth(box, size, width)) &&
      together(boxes.map((box) => boxHeight(box, size, width))) <= height,
  );
  if (boxes.length !== 1 || columns > 1 || only === undefined || only.kind === 'command')
    return { size: stacked ?? SMALLEST, beside: false };
  const beside = largest((size) => fitsBeside(only, size, { width, height }));
  if (beside !== undefined && beside > (stacked ?? 0)) return { size: beside, beside: true };
  // What fits nowhere scrolls less where it is two columns.
  return {
    size: stacked ?? SMALLEST,
    beside: stacked === undefined && fitsBeside(only, SMALLEST, { width, height: Infinity }),
  };
}

function largest(fits: (size: number) => boolean): number | undefined {
  for (let size = LARGEST; size >= SMALLEST; size -= 0.5) if (fits(size)) return size;
  return undefined;
}

function fitsWidth({ parts }: Box, size: number, width: number): boolean {
  const room = width - ROOM.side - 2;
  return parts.every((part) => widthOf(part, size) <= room);
}

function widthOf({ what, lines, breaks }: Part, size: number): number {
  if (what === 'wait' || what === 'foot' || what === 'picture') return 0;
  // A command breaks at its spaces only: its longest word has to fit. What may break anywhere always fits.
  const words = lines.flatMap((line) => line.trim().split(' '));
  const pieces = breaks === true ? [] : what === 'command' ? words.map((word) => `    ${word}`) : lines;
  return Math.max(0, ...pieces.map(({ length }) => length)) * ADVANCE * size;
}

function boxHeight({ kind, parts }: Box, size: number, width: number): number {
  const room = width - ROOM.side - 2;
  return 2 + (kind === 'command' ? 0 : ROOM.bar) + sum(parts.map((part) => partHeight(part, size, room)));
}

function partHeight({ what, lines, breaks, size: picture }: Part, size: number, room: number): number {
  if (what === 'foot') return ROOM.foot;
  if (what === 'wait') return ROOM.wait;
  if (picture !== undefined) return Math.min(PICTURE, pictureHeight(picture)) + ROOM.pad;
  const prompt = what === 'command' ? PROMPT : 0;
  const columns = Math.max(1, Math.floor(room / (ADVANCE * size)) - prompt);
  const rows = breaks === true || what === 'command' ? sum(lines.map((line) => wrapped(line, columns))) : lines.length;
  // A line that is too long brings its scroll bar.
  const bar = breaks !== true && what !== 'command' && lines.some(({ length }) => length > columns) ? 12 : 0;
  return rows * LEADING * size + ROOM.pad + 1 + bar;
}

/** Code on the left in its own width, the rest beside it. */
function fitsBeside({ parts }: Box, size: number, { width, height }: { width: number; height: number }): boolean {
  const code = parts.filter(({ what }) => what === 'code');
  const rest = parts.filter(({ what }) => what !== 'code');
  const left = Math.max(...code.map((part) => widthOf(part, size))) + 24;
  const right = width - 3 - left - 24;
  if (right < 380 || rest.length < 2 || rest.some((part) => widthOf(part, size) > right)) return false;
  const inner = height - ROOM.bar - 2;
  return (
    sum(code.map((part) => partHeight(part, size, left))) <= inner &&
    sum(rest.map((part) => partHeight(part, size, right))) <= inner
  );
}

/** How many lines a command takes that breaks at its spaces, and within a word that is longer than a line. */
export function wrapped(line: string, columns: number): number {
  let rows = 1;
  let used = 0;
  for (const word of line.split(' ')) {
    if (used > 0 && used + 1 + word.length > columns) {
      rows += 1;
      used = 0;
    }
    const length = (used === 0 ? 0 : used + 1) + word.length;
    rows += Math.max(0, Math.ceil(length / columns) - 1);
    used = length > columns ? length % columns : length;
  }
  return rows;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
