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
    if (term === undefined) return;
    const synonyms = (textAttributes(node).get('synonymes') ?? '').split(',').map((each) => each.trim());
    definitions.push({ term, synonyms: synonyms.filter(Boolean), text: toString(node).replace(/\s+/g, ' ').trim() });
  });
  return definitions;
}
