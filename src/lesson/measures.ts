import type { Root } from 'mdast';
import { eachNode, placeOfNode, textAttributes } from './tree.ts';
import type { Measure } from './types.ts';

/**
 * @param tree a lesson's syntax tree
 * @param file its path from the project's root
 * @returns the `<Mesure de="…">` of the lesson, wherever they stand, in reading order; `of` is empty where it names none
 */
export function measuresIn(tree: Root, file: string): Measure[] {
  const measures: Measure[] = [];
  eachNode(tree, (node) => {
    if (!('name' in node) || node.name !== 'Mesure') return;
    measures.push({ of: textAttributes(node).get('de') ?? '', position: placeOfNode(node, file) });
  });
  return measures;
}
