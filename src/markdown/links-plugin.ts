import { defineMdastPlugin } from 'satteri';

/**
 * Makes links inside the course absolute under the base path: authors write them as seen from the lesson's page
 * (`../pods/#phases`) or from the site's root (`/pods/#phases`), and the same text is also shown one folder deeper, in
 * the deck. Links into the lesson itself and to other sites stay as written.
 */
export const linksPlugin = (place: { base: string; slug: string }) =>
  defineMdastPlugin({
    name: 'orchestre-liens',
    link(node, ctx) {
      if (/^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/i.test(node.url)) return;
      ctx.setProperty(node, 'url', absoluteLink(node.url, place));
    },
  });

/** @returns the address from the server's root */
export function absoluteLink(url: string, { base, slug }: { base: string; slug: string }): string {
  const { pathname, search, hash } = new URL(url, `http://cours/${slug}/`);
  return `${base.replace(/\/$/, '')}${pathname}${search}${hash}`;
}
