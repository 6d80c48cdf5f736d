/** HTML whose text a reader types or a machine reads: it stays as written. */
const ELEMENTS: ReadonlySet<string> = new Set(['code', 'kbd', 'pre', 'samp', 'tt', 'var']);

/** @returns whether a node of a lesson is such an element, so that no rule of prose holds inside it */
export function isTypedText(node: { readonly type: string }): boolean {
  return 'name' in node && typeof node.name === 'string' && ELEMENTS.has(node.name);
}
