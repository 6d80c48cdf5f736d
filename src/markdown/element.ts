import type { MdxJsxFlowElement } from 'satteri';

/**
 * A component in the lesson's tree.
 * @param attributes strings only: components read what they need from the lesson by these keys
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: MdxJsxFlowElement['children'] = [],
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
    children,
  };
}
