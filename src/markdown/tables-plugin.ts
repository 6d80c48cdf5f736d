import { defineHastPlugin } from 'satteri';

/** The empty corner of a table with headings on two sides heads nothing: it is a cell, not a heading. */
export const tablesPlugin = defineHastPlugin({
  name: 'orchestre-tableaux',
  element: {
    filter: ['th'],
    visit: (node) => (node.children.length === 0 ? { ...node, tagName: 'td' } : undefined),
  },
});
