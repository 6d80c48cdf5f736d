import { defineHastPlugin } from 'satteri';

/** Characters of code that fit a telephone's line, even in a list in an exercise. */
const ONE_LINE = 30;

/** Marks the code in a sentence that may break: the stylesheet keeps all other on one line. */
export const codePlugin = defineHastPlugin({
  name: 'orchestre-code',
  element: {
    filter: ['code'],
    visit(node, ctx) {
      if (ctx.textContent(node).length > ONE_LINE) ctx.setProperty(node, 'className', ['long']);
    },
  },
});
