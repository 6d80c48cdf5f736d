import type { Parents, Text } from 'mdast';
import { defineMdastPlugin, type MdastVisitorContext } from 'satteri';
import { isTypedText } from '../typography/typed-text.ts';
import { typeset } from '../typography/typeset.ts';

/**
 * Sets the prose of a lesson. Code, addresses and attributes are other nodes than `text`: they stay as written, and so
 * does what stands in HTML that means code.
 */
export const typographyPlugin = defineMdastPlugin({
  name: 'orchestre-typographie',
  text(node, ctx) {
    const set = typeset(node.value, /^\s*[;:!?»%\p{L}\d]/u.test(node.value) ? endBefore(node, ctx) : '');
    if (set !== node.value && !standsInCode(node, ctx)) ctx.setProperty(node, 'value', set);
  },
});

/** The last character before the text in its sentence: of the bold, code or link that it touches. */
function endBefore(node: Readonly<Text>, ctx: MdastVisitorContext): string {
  const before = ctx.parent(node).children[(ctx.indexOf(node) ?? 0) - 1];
  if (before === undefined || before.type === 'break') return '';
  return ctx.textContent(before).at(-1) ?? '';
}

function standsInCode(node: Readonly<Text>, ctx: MdastVisitorContext): boolean {
  let parent: Readonly<Parents> | undefined = ctx.parent(node);
  while (parent !== undefined) {
    if (isTypedText(parent)) return true;
    parent = parent.type === 'root' ? undefined : ctx.parent(parent);
  }
  return false;
}
