import { defineHastPlugin } from 'satteri';

/**
 * The empty corner of a table with headings on two sides heads nothing: it is a cell, not a heading. A table stands in
 * a box of its own, in which it scrolls where it is wider than the column.
 */
export const tablesPlugin = defineHastPlugin({
  name: 'orchestre-tableaux',
  element: {
    filter: ['th', 'table'],
    visit(node, ctx) {
      if (node.tagName === 'th') return node.children.length === 0 ? { ...node, tagName: 'td' } : undefined;
      const properties = { className: ['table'], tabIndex: 0, role: 'group', ariaLabel: 'Tableau' };
      ctx.wrapNode(node, { type: 'element', tagName: 'div', properties, children: [] });
      return undefined;
    },
  },
});
