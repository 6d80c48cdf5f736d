import { boundsOf } from './bounds.ts';
import { escape, round } from './markup.ts';
import { FONT_SIZE } from './mermaid/mermaid-config.ts';
import { paintOf, type Paint } from './palette.ts';
import { type Arrow, type Mark, type Mode, ROLES } from './types.ts';

/** What a drawing says besides its marks. */
export interface Labels {
  /** Unique on a page: what ids inside begin with. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Of all that it depends on; the seal that takes its place in the file tells a stale one without a browser. */
  readonly fingerprint: string;
}

const FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const TITLE_BAND = 36;

/**
 * Draws the marks. No style sheet and no class: attributes only, so that an SVG put inline changes nothing around it.
 * @returns a whole SVG document, transparent, as wide and high as its viewBox
 */
export function svgOf(marks: readonly Mark[], mode: Mode, labels: Labels): string {
  const { x, y, width, height } = boundsOf(marks);
  const id = `${labels.id}-${mode}`;
  const painted = inPaintingOrder(marks).map((mark) => draw(mark, mode, id));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}"`,
    ` role="img" aria-labelledby="${id}-titre ${id}-texte" data-empreinte="${labels.fingerprint}"`,
    ` font-family="${FONT}" font-size="${FONT_SIZE}" stroke-width="2" stroke-linejoin="round">\n`,
    `<title id="${id}-titre">${escape(labels.title)}</title>\n<desc id="${id}-texte">${escape(labels.description)}</desc>\n`,
    markersOf(marks, mode, id),
    ...grouped(painted),
    '</svg>\n',
  ].join('');
}

/** By role, then the larger frames first, so that none hides the frame within. */
function inPaintingOrder(marks: readonly Mark[]): Mark[] {
  const area = (mark: Mark) => (mark.role === 'frame' && mark.shape === 'rect' ? mark.width * mark.height : 0);
  return marks.toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || area(b) - area(a));
}

interface Painted {
  readonly attributes: string;
  readonly element: string;
}

/** Neighbours of the same paint share a group. */
function grouped(elements: readonly Painted[]): string[] {
  return elements.map(({ attributes, element }, index) => {
    const opens = elements[index - 1]?.attributes !== attributes ? `<g ${attributes}>\n` : '';
    const closes = elements[index + 1]?.attributes !== attributes ? '</g>\n' : '';
    return `${opens}${element}\n${closes}`;
  });
}

function draw(mark: Mark, mode: Mode, id: string): Painted {
  const paint = paintOf(mode, mark);
  if (mark.shape === 'text') return { attributes: inkOf(mark, paint), element: textOf(mark) };
  if (mark.shape === 'circle') {
    const fill = mark.filled ? paint.stroke : 'none';
    const circle = `<circle cx="${round(mark.cx)}" cy="${round(mark.cy)}" r="${round(mark.r)}"/>`;
    const core = `<circle cx="${round(mark.cx)}" cy="${round(mark.cy)}" r="2" fill="${paint.stroke}"/>`;
    return {
      attributes: `fill="${fill}" stroke="${paint.stroke}"`,
      element: mark.filled ? circle : `${circle}${core}`,
    };
  }
  const dash = paint.dash ?? (mark.dashed ? '6 5' : undefined);
  const dashes = dash === undefined ? '' : ` stroke-dasharray="${dash}" stroke-linecap="round"`;
  const attributes = `fill="${paint.fill}" stroke="${paint.stroke}"${dashes}`;
  if (mark.shape === 'rect') return { attributes, element: `${rectOf(mark)}${bandOf(mark, mode)}` };
  const { x, y } = mark.offset;
  const moved = round(x) === 0 && round(y) === 0 ? '' : ` transform="translate(${round(x)} ${round(y)})"`;
  const ends = `${arrowAt('start', mark.start, id)}${arrowAt('end', mark.end, id)}`;
  return { attributes, element: `<path d="${roundAll(mark.d)}"${moved}${ends}/>` };
}

function inkOf(mark: Mark, paint: Paint): string {
  const anchor = mark.shape === 'text' && mark.anchor === 'middle' ? ' text-anchor="middle"' : '';
  const weight = mark.role === 'title' ? ' font-weight="600"' : '';
  return `fill="${paint.text}"${anchor}${weight}`;
}

function textOf({ x, y, text }: Extract<Mark, { shape: 'text' }>): string {
  // A third of the size below the middle: half the height of a capital, in any font.
  return `<text x="${round(x)}" y="${round(y + FONT_SIZE * 0.35)}">${escape(typeset(text))}</text>`;
}

type Rect = Extract<Mark, { shape: 'rect' }>;

function rectOf(mark: Rect): string {
  const radius = round(radiusOf(mark));
  const size = `width="${round(mark.width)}" height="${round(mark.height)}"`;
  return `<rect x="${round(mark.x)}" y="${round(mark.y)}" ${size} rx="${radius}"/>`;
}

/** A Pod is always round, its containers less, everything else hardly. */
function radiusOf({ role, kind, radius, height }: Rect): number {
  if (role === 'frame') return kind === 'pod' ? 16 : 8;
  if (radius >= height / 2 - 1) return height / 2;
  if (kind === 'conteneur') return 6;
  return radius >= 5 ? 14 : 4;
}

/** The band on top of the control plane's frame, which holds its title. */
function bandOf({ role, kind, x, y, width }: Rect, mode: Mode): string {
  if (role !== 'frame' || kind !== 'controle') return '';
  const side = TITLE_BAND - 8;
  const d = `M${x},${y + TITLE_BAND}v${-side}a8,8 0 0 1 8,-8h${width - 16}a8,8 0 0 1 8,8v${side}z`;
  return `<path d="${roundAll(d)}" fill="${paintOf(mode, { role: 'box', kind }).fill}"/>`;
}

function markersOf(marks: readonly Mark[], mode: Mode, id: string): string {
  const arrows = marks.flatMap((mark) => (mark.shape === 'path' ? [mark.start, mark.end] : []));
  const used = new Map(arrows.flatMap((arrow) => (arrow ? [[arrowId(arrow, id), arrow] as const] : [])));
  const { stroke } = paintOf(mode, { role: 'edge', kind: undefined });
  return [...used].map(([name, arrow]) => `${markerOf(arrow, name, stroke)}\n`).join('');
}

function markerOf({ head, reach }: Arrow, name: string, colour: string): string {
  const shapes = {
    point: `<path d="M1,1L12,6L1,11L3,6z" fill="${colour}"/>`,
    circle: `<circle cx="7" cy="6" r="4" fill="${colour}"/>`,
    cross: `<path d="M2,1L12,11M12,1L2,11" fill="none" stroke="${colour}" stroke-width="2"/>`,
  };
  const box = 'viewBox="0 0 13 12" markerWidth="13" markerHeight="12" markerUnits="userSpaceOnUse"';
  return `<marker id="${name}" ${box} refX="${12 - reach}" refY="6" orient="auto-start-reverse">${shapes[head]}</marker>`;
}

function arrowAt(end: 'start' | 'end', arrow: Arrow | undefined, id: string): string {
  return arrow === undefined ? '' : ` marker-${end}="url(#${arrowId(arrow, id)})"`;
}

function arrowId({ head, reach }: Arrow, id: string): string {
  return `${id}-${head}-${reach}`;
}

/** Spaces that may not break, where the author typed a space: `image: nginx` in a label stays what it is. */
function typeset(label: string): string {
  return label
    .replace(/ (?=:(?:\s|$))|(?<=«) | (?=»)/g, '\u00A0')
    .replace(/ (?=[;!?])/g, '\u202F')
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
}

function roundAll(d: string): string {
  return d.replace(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g, (number) => String(round(Number(number))));
}
