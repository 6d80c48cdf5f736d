import { straighten } from './straighten.ts';
import { type Arrow, type Box, type Kind, KINDS, type Leaf, type Mark, type Role } from '../types.ts';

/**
 * Says what each thing in mermaid's drawing is. The class names are mermaid 12's.
 * @returns the marks in the order in which they are read; painting has its own order
 */
export function interpret(leaves: readonly Leaf[]): Mark[] {
  const shapes = new Map<number, Box>();
  for (const leaf of leaves) {
    if (leaf.tag !== 'text' && leaf.owner >= 0 && !shapes.has(leaf.owner)) shapes.set(leaf.owner, leaf.box);
  }
  const painted = new Set<number>();
  const marks = leaves.flatMap((leaf): Mark[] => {
    const role = roleOf(leaf);
    if (role === undefined) return [];
    const common = { role, kind: kindOf(leaf), dashed: isDashed(leaf) };
    if (leaf.tag === 'text') {
      const text = { ...common, ...textOf(leaf, role, shapes.get(leaf.owner)) };
      return role === 'edge-label' ? [plateOf(leaf.box), text] : [text];
    }
    if (role === 'dot') return [{ ...common, ...dotOf(leaf) }];
    // Mermaid paints a shape twice, once to fill and once to stroke.
    if (role === 'box' && leaf.owner >= 0 && painted.has(leaf.owner)) return [];
    painted.add(leaf.owner);
    return [{ ...common, ...shapeOf(leaf, role) }];
  });
  return straighten(endLifelines(marks)).map((mark, _, all) => (mark.role === 'plate' ? plateWithin(mark, all) : mark));
}

/** Lifelines end below the last message: mermaid draws them down to a second row of participants, left out here. */
function endLifelines(marks: readonly Mark[]): Mark[] {
  const others = marks.filter((mark) => mark.role !== 'lifeline');
  const end = Math.max(...others.map((mark) => ('box' in mark ? mark.box.y + mark.box.height : 0))) + 16;
  return marks.map((mark) => {
    if (mark.role !== 'lifeline' || mark.shape !== 'path') return mark;
    const { x, y } = mark.box;
    return { ...mark, d: `M${x},${y}L${x},${end}`, box: { ...mark.box, height: end - y } };
  });
}

const TEXT_ROLES: readonly (readonly [RegExp, Role | undefined])[] = [
  [/\b(?:messageText|loopText|sectionTitle|edgeLabel)\b/, 'edge-label'],
  [/\bcluster-label\b/, 'title'],
  [/\blabelText\b/, 'tag-label'],
  [/\b(?:noteText|actor|node)\b/, 'label'],
];

/** Mermaid's keywords for the frames of a sequence, as readers see them. */
const FRAME_WORDS: Readonly<Record<string, string>> = {
  loop: 'boucle',
  alt: 'selon',
  opt: 'si',
  par: 'à la fois',
  break: 'sortie',
  critical: 'critique',
};

const SHAPE_ROLES: readonly (readonly [RegExp, Role | undefined])[] = [
  [/\b(?:note-cluster|inner|divider)\b/, undefined],
  [/\bactor-line\b/, 'lifeline'],
  [/\bactor\b/, 'box'],
  [/\b(?:messageLine[01]|flowchart-link|transition)\b/, 'edge'],
  [/\bactivation\d\b/, 'activation'],
  [/\bloopLine\b/, 'loop'],
  [/\blabelBox\b/, 'tag'],
  [/\b(?:statediagram-note|note)\b/, 'note'],
  [/\b(?:cluster|statediagram-cluster)\b/, 'frame'],
  [/\bnode\b/, 'box'],
];

function roleOf(leaf: Leaf): Role | undefined {
  const names = [...leaf.own, ...leaf.around].join(' ');
  // The second row of participants, whose texts belong to nothing.
  if (leaf.own.includes('actor') && leaf.owner < 0) return undefined;
  const table = leaf.tag === 'text' ? TEXT_ROLES : SHAPE_ROLES;
  const role = table.find(([pattern]) => pattern.test(names))?.[1];
  return role === 'box' && leaf.box.width < 20 && leaf.box.height < 20 ? 'dot' : role;
}

function kindOf({ own, around }: Leaf): Kind | undefined {
  return KINDS.find((kind) => own.includes(kind) || around.includes(kind));
}

function isDashed({ own }: Leaf): boolean {
  return own.some((name) => /^(?:edge-pattern-(?:dotted|dashed)|messageLine1)$/.test(name));
}

/** What hides the line behind a label. */
function plateOf({ x, y, width, height }: Box): Mark {
  const box = { x: x - 4, y, width: width + 8, height };
  return { role: 'plate', kind: undefined, dashed: false, shape: 'rect', radius: 0, ...box };
}

/** A plate is of the colour of the frame that it lies in. */
function plateWithin(plate: Mark, marks: readonly Mark[]): Mark {
  if (plate.shape !== 'rect') return plate;
  const frames = marks.flatMap((mark) => (mark.role === 'frame' && mark.shape === 'rect' ? [mark] : []));
  const around = frames.filter((frame) => contains(frame, plate)).sort((a, b) => a.width - b.width)[0];
  return { ...plate, kind: around?.kind };
}

function contains(outer: Box, inner: Box): boolean {
  const right = inner.x + inner.width <= outer.x + outer.width;
  const bottom = inner.y + inner.height <= outer.y + outer.height;
  return inner.x >= outer.x && inner.y >= outer.y && right && bottom;
}

/** A label is centred on its shape, since mermaid aligns some to the left; a frame's title starts at its corner. */
function textOf({ box, text }: Leaf, role: Role, shape: Box | undefined) {
  const middle = box.y + box.height / 2;
  if (role === 'title' && shape) {
    return { shape: 'text', anchor: 'start', x: shape.x + 16, y: shape.y + 18, text, box } as const;
  }
  const around = role === 'label' && shape ? shape : box;
  const words = role === 'tag-label' ? (FRAME_WORDS[text] ?? text) : text;
  return { shape: 'text', anchor: 'middle', x: around.x + around.width / 2, y: middle, text: words, box } as const;
}

/** Where a state machine starts, a disc; where it ends, a ring around it. */
function dotOf({ own, box }: Leaf) {
  const filled = own.includes('state-start') || box.width < 10;
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  return { shape: 'circle', cx, cy, r: box.width / 2, filled } as const;
}

function shapeOf(leaf: Leaf, role: Role) {
  const { tag, attributes, offset, box } = leaf;
  const d = attributes['d'] ?? '';
  if (tag === 'rect') return { shape: 'rect', radius: Number(attributes['rx'] ?? 0), ...box } as const;
  if (tag === 'circle' || isPolished(d)) return { shape: 'rect', radius: box.height / 2, ...box } as const;
  if (role === 'note') return { shape: 'rect', radius: 0, ...box } as const;
  const start = arrowOf(attributes['marker-start']);
  const end = arrowOf(attributes['marker-end']);
  return { shape: 'path', d: d || linesOf(leaf), offset, box, ...(start && { start }), ...(end && { end }) } as const;
}

/** Mermaid draws a pill or a disc as a path of dozens of points. */
function isPolished(d: string): boolean {
  return (d.match(/[CL]/g) ?? []).length > 40;
}

function linesOf({ tag, attributes: a }: Leaf): string {
  if (tag === 'line') return `M${a['x1']},${a['y1']}L${a['x2']},${a['y2']}`;
  const corners = (a['points'] ?? '').trim().split(/\s+/);
  return `M${corners.join('L')}Z`;
}

function arrowOf(marker: string | undefined): Arrow | undefined {
  if (marker === undefined) return undefined;
  const head = /cross/i.test(marker) ? 'cross' : /circle/i.test(marker) ? 'circle' : 'point';
  const reach = /pointEnd|pointStart/.test(marker) ? 4 : /barb/.test(marker) ? 0 : 3;
  return { head, reach };
}
