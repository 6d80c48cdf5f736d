import { defineMdastPlugin } from 'satteri';
import { typeset } from '../typography/typeset.ts';

/** Sets the prose of a lesson. Code, addresses and attributes are other nodes than `text`: they stay as written. */
export const typographyPlugin = defineMdastPlugin({
  name: 'orchestre-typographie',
  text(node, ctx) {
    const set = typeset(node.value);
    if (set !== node.value) ctx.setProperty(node, 'value', set);
  },
});
