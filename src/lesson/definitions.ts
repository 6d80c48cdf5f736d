import type { Nodes, Root } from 'mdast';
import { eachNode, textAttributes } from './tree.ts';
import type { Definition, Figure } from './types.ts';

/** @returns the `<Definition terme="…">` of a lesson, wherever they stand, in reading order */
export function definitionsIn(tree: Root): Definition[] {
  const definitions: Definition[] = [];
  eachNode(tree, (node) => {
    if (!('name' in node) || node.name !== 'Definition') return;
    const term = textAttributes(node).get('terme');
    if (term === undefined) return;
    const synonyms = (textAttributes(node).get('synonymes') ?? '').split(',').map((each) => each.trim());
    definitions.push({ term, synonyms: synonyms.filter(Boolean), text: textOf(node) });
  });
  return definitions;
}

function textOf(definition: Nodes): (string | Figure)[] {
  const parts: (string | Figure)[] = [];
  eachNode(definition, (node) => {
    if ('name' in node && node.name === 'Mesure') {
      const attributes = textAttributes(node);
      parts.push({ of: attributes.get('de') ?? '', unit: attributes.get('unite') ?? '' });
    } else if (node.type === 'text' || node.type === 'inlineCode') parts.push(node.value);
  });
  return parts;
}
