import { toString } from 'mdast-util-to-string';
import type { MdxJsxFlowElement } from 'satteri';
import { PICTURE, type SlideLoad } from '../site/slide-measures.ts';

type Block = MdxJsxFlowElement['children'][number];
type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Node = Block & { readonly children?: readonly Node[]; readonly depth?: number; readonly name?: string };

/** The text of a slide beside code: 26 px, lines of 1.4; its width is 1152 px. The widest system font takes 0.5 em. */
const LINE = 36.4;
const CHARACTER = 13;
const WIDTH = 1152;
const GAP = 16;
/** The word « Indice » over a hint. */
const LABEL = 30;

/** Components that a deck does not show. */
const ABSENT = new Set(['Notes', 'Lecture', 'Corrige', 'Solution']);

/**
 * Estimates what a slide holds besides code and drawings, so that these can take the room that is left.
 * @param blocks the slide's, with their fences replaced
 * @returns an upper estimate, as the system's font is not known before the browser has it
 */
export function slideLoad(blocks: readonly Block[]): SlideLoad {
  const load: Writable<SlideLoad> = { text: 0, blocks: 0, snippets: [], diagrams: 0, columns: 1, nested: false };
  const add = (height: number): void => {
    load.text += height;
    load.blocks += 1;
  };
  const visit = (node: Node, width: number): void => {
    const children = node.children ?? [];
    const { name } = node;
    if (name !== undefined && ABSENT.has(name)) return;
    const id = attribute(node, 'id') ?? '';
    if (name === 'Snippet') {
      load.snippets = [...load.snippets, attribute(node, 'apres') === undefined ? id : `${id}+`];
      return;
    }
    if (name === 'Diagram') {
      load.diagrams += 1;
      load.diagram = id;
      return;
    }
    if (name === 'Exercice') {
      load.nested ||= children.some((child) => child.name === 'Snippet');
      add(30 + 67);
      return children.forEach((child) => visit(child, width - 50));
    }
    if (name === 'Indice') add(LABEL);
    if (name === 'Colonnes') {
      visitColumns(children, width);
      return;
    }
    if (name === 'Etape' || name === 'Fragment' || name === 'Suite') {
      return children.forEach((child) => visit(child, width));
    }
    if (name === 'Titre') {
      if (attribute(node, 'role') !== 'section' || attribute(node, 'tete') !== undefined) add(titleHeight(node));
      return;
    }
    const height = heightOf(node, width);
    if (height > 0) add(height);
  };
  /** Columns stand side by side: the tallest one counts. */
  const visitColumns = (columns: readonly Node[], width: number): void => {
    const before = load.text;
    let tallest = 0;
    const snippets = load.snippets.length;
    for (const column of columns) {
      load.text = 0;
      for (const child of column.children ?? []) visit(child, (width - 32) / columns.length);
      tallest = Math.max(tallest, load.text);
    }
    if (load.snippets.length > snippets) load.columns = Math.max(1, columns.length);
    load.text = before + tallest;
  };
  for (const block of blocks) visit(block as Node, WIDTH);
  return { ...load, text: Math.ceil(load.text + GAP * Math.max(0, load.blocks - 1)) };
}

function titleHeight(node: Node): number {
  return attribute(node, 'tete') === undefined ? 45 : 54 * linesOf(toString(node as never), WIDTH, 21);
}

function heightOf(node: Node, width: number): number {
  const children = node.children ?? [];
  if (node.name === 'Definition') return 25 + LINE * linesOf(toString(node as never), width - 280);
  if (node.name === 'pre') return 40 + 28 * toString(node as never).split('\n').length;
  switch (node.type as string) {
    case 'paragraph':
      if (children.some((child) => (child.type as string) === 'image')) return PICTURE;
      return LINE * linesOf(toString(node as never), width);
    case 'list':
      return children.reduce((sum, item) => sum + LINE * linesOf(toString(item as never), width - 32) + 8, -8);
    case 'table':
      return children.reduce((sum, row) => sum + rowHeight(row, width), 0);
    case 'image':
      return PICTURE;
    case 'blockquote':
      return LINE * linesOf(toString(node as never), width - 28);
    default:
      return children.reduce((sum, child) => sum + heightOf(child, width), 0);
  }
}

/** The cells of a row share the width. */
function rowHeight(row: Node, width: number): number {
  const cells = row.children ?? [];
  const lines = cells.map((cell) => linesOf(toString(cell as never), (width - 40 * cells.length) / cells.length));
  return 17 + 33.6 * Math.min(2, Math.max(1, ...lines));
}

const linesOf = (text: string, width: number, character = CHARACTER): number =>
  Math.max(1, Math.ceil((text.length * character) / width));

function attribute(node: Node, name: string): string | undefined {
  const { attributes = [] } = node as unknown as { attributes?: { name: string; value: string }[] };
  return attributes.find((each) => each.name === name)?.value;
}
