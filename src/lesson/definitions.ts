import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { eachNode, textAttributes } from './tree.ts';
import type { Definition } from './types.ts';

/** @returns the `<Definition terme="…">` of a lesson, wherever they stand, in reading order */
export function definitionsIn(tree: Root): Definition[] {
  const definitions: Definition[] = [];
  eachNode(tree, (node) => {
    if (!('name' in node) || node.name !== 'Definition') return;
    const term = textAttributes(node).get('terme');
    if (term !== undefined) definitions.push({ term, text: toString(node).replace(/\s+/g, ' ').trim() });
  });
  return definitions;
}
