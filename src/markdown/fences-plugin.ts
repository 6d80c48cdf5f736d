import { defineMdastPlugin, type MdxJsxFlowElement } from 'satteri';
import type { Lesson } from '../lesson/types.ts';
import { element } from './element.ts';

/**
 * Puts `<Snippet id>` and `<Diagram id>` where the author wrote fences. An `output` fence disappears: what is shown
 * under a command is what it printed, which its snippet knows. `text` becomes a `<pre>` that the keyboard can scroll.
 * @param lesson the lesson that is compiled
 */
export const fencesPlugin = ({ snippets, diagrams }: Lesson) =>
  defineMdastPlugin({
    name: 'orchestre-fences',
    options: { position: true },
    code(node, ctx) {
      if (node.lang === 'text') {
        ctx.replaceNode(node, element('pre', { class: 'illustration', tabindex: '0' }, linesOf(node.value)));
        return;
      }
      const line = node.position?.start.line;
      const snippet = snippets.find(({ position }) => position.line === line);
      const diagram = diagrams.find(({ position }) => position.line === line);
      if (snippet !== undefined) ctx.replaceNode(node, element('Snippet', { id: snippet.id }));
      else if (diagram !== undefined) ctx.replaceNode(node, element('Diagram', { id: diagram.id }));
      else ctx.removeNode(node);
    },
  });

/** A text each: within one text, the spaces round its line breaks mean nothing to Markdown. */
function linesOf(drawing: string): MdxJsxFlowElement['children'] {
  return drawing.split(/(\n)/).map((value) => ({ type: 'text', value }) as never);
}
