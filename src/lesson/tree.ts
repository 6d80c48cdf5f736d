import type { Nodes } from 'mdast';
import type { Position } from './types.ts';

/** Calls `visit` with each node of a tree, parents first, in reading order. */
export function eachNode(tree: Nodes, visit: (node: Nodes) => void): void {
  const walk = (node: Nodes): void => {
    visit(node);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(tree);
}

/** @returns where the node begins */
export function placeOfNode(node: Nodes, file: string): Position {
  return { file, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

/** The attributes of a component that are plain text, by name; none for another node. */
export function textAttributes(node: Nodes): ReadonlyMap<string, string> {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return new Map();
  const attributes = node.attributes.filter((each) => each.type === 'mdxJsxAttribute');
  return new Map(attributes.flatMap(({ name, value }) => (typeof value === 'string' ? [[name, value]] : [])));
}
