import { defineMdastPlugin, type MdxJsxTextElement } from 'satteri';
import type { Term } from '../site/terms.ts';

/** Where a link would stand in a link, or where nobody reads it. */
const CLOSED = new Set(['heading', 'link', 'linkReference', 'Definition', 'Notes', 'Titre']);

/**
 * Links a term to the glossary where a lesson uses it first: `<Terme id="pod">Pods</Terme>`, which only a page draws
 * as a link. A form that begins with a small letter may begin a sentence; a plural s may follow.
 * @param terms those that earlier lessons define
 */
export function termsPlugin(terms: readonly Term[]) {
  const ids = new Map(terms.flatMap(({ id, forms }) => forms.map((form) => [form, id] as const)));
  const pattern = patternOf([...ids.keys()]);
  const linked = new Set<string>();
  return defineMdastPlugin({
    name: 'orchestre-termes',
    text(node, ctx) {
      const parts = [...split(node.value)];
      if (!parts.some((part) => typeof part !== 'string')) return;
      for (let above = ctx.parent(node); above !== undefined; above = ctx.parent(above as never)) {
        if (CLOSED.has(above.type) || ('name' in above && CLOSED.has(above.name ?? ''))) return;
      }
      for (const part of parts) if (typeof part !== 'string') linked.add(part.id);
      ctx.replaceNode(
        node,
        parts.map((part) => (typeof part === 'string' ? { type: 'text', value: part } : termOf(part))) as never,
      );
    },
  });

  function* split(text: string): Generator<string | { id: string; word: string }> {
    let end = 0;
    const here = new Set<string>();
    for (const { 0: word, index } of pattern === undefined ? [] : text.matchAll(pattern)) {
      const id = idOf(word);
      if (id === undefined || linked.has(id) || here.has(id)) continue;
      here.add(id);
      if (index > end) yield text.slice(end, index);
      yield { id, word };
      end = index + word.length;
    }
    if (end < text.length) yield text.slice(end);
  }

  function idOf(word: string): string | undefined {
    const small = word.charAt(0).toLowerCase() + word.slice(1);
    return [word, small, word.replace(/s$/, ''), small.replace(/s$/, '')].map((form) => ids.get(form)).find(Boolean);
  }
}

function patternOf(forms: readonly string[]): RegExp | undefined {
  if (forms.length === 0) return undefined;
  const longestFirst = forms.toSorted((a, b) => b.length - a.length);
  const written = longestFirst.map((form) => {
    const [first = '', rest] = [form.charAt(0), RegExp.escape(form.slice(1))];
    const begin = first === first.toUpperCase() ? RegExp.escape(first) : `[${first}${first.toUpperCase()}]`;
    return `${begin}${rest}s?`;
  });
  return new RegExp(`(?<![\\p{L}\\p{N}_./-])(?:${written.join('|')})(?![\\p{L}\\p{N}_/-])`, 'gu');
}

const termOf = ({ id, word }: { id: string; word: string }): MdxJsxTextElement =>
  ({
    type: 'mdxJsxTextElement',
    name: 'Terme',
    attributes: [{ type: 'mdxJsxAttribute', name: 'id', value: id }],
    children: [{ type: 'text', value: word }],
  }) as MdxJsxTextElement;
