/**
 * The contract between the steps of a drawing: mermaid lays a fence out in a browser, `survey` lists what it drew,
 * `interpret` says what each thing is, `svg` draws it again in our own colours. Lengths in CSS pixels.
 */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One visible element of mermaid's drawing, or one line of text of it. */
export interface Leaf {
  readonly tag: 'rect' | 'path' | 'line' | 'polygon' | 'circle' | 'text';
  /** Class names: its own, and those of all that it stands in. */
  readonly own: readonly string[];
  readonly around: readonly string[];
  /** Number of the node or frame that it belongs to; -1 for none. */
  readonly owner: number;
  /** Geometry attributes as mermaid wrote them, before the translation by `offset`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly offset: { readonly x: number; readonly y: number };
  /** Bounds in the drawing's own coordinates; of a line of text: its letters' cells. */
  readonly box: Box;
  /** Only with `text`. */
  readonly text: string;
}

/** What an author can say that a box or a frame is: the classes of CONTRIBUER.md. */
export const KINDS = [
  'pod',
  'conteneur',
  'objet',
  'controle',
  'noeud',
  'agent',
  'externe',
  'pret',
  'echec',
  'attente',
] as const;
export type Kind = (typeof KINDS)[number];

/** What a mark is, in the order in which marks are painted. */
export const ROLES = [
  'frame',
  'lifeline',
  'activation',
  'loop',
  'edge',
  'plate',
  'note',
  'box',
  'dot',
  'tag',
  'tag-label',
  'title',
  'label',
  'edge-label',
] as const;
export type Role = (typeof ROLES)[number];

export interface Arrow {
  readonly head: 'point' | 'cross' | 'circle';
  /** How far beyond the line's end its tip lies: mermaid shortens its lines by that much. */
  readonly reach: number;
}

/** What is to be painted, without colours. Coordinates are those of the drawing. */
export type Mark = {
  readonly role: Role;
  readonly kind: Kind | undefined;
  readonly dashed: boolean;
} & (
  | ({ readonly shape: 'rect'; readonly radius: number } & Box)
  | {
      readonly shape: 'path';
      readonly d: string;
      readonly offset: { readonly x: number; readonly y: number };
      readonly start?: Arrow;
      readonly end?: Arrow;
      readonly box: Box;
    }
  | { readonly shape: 'circle'; readonly cx: number; readonly cy: number; readonly r: number; readonly filled: boolean }
  | {
      readonly shape: 'text';
      readonly x: number;
      /** Middle of the line's height. */
      readonly y: number;
      readonly anchor: 'start' | 'middle';
      readonly text: string;
      readonly box: Box;
    }
);

export type Mode = 'light' | 'dark';
export const MODES: readonly Mode[] = ['light', 'dark'];
