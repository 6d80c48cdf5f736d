import { defineHastPlugin } from 'satteri';

/** Sites in English, by the end of their host's name; where one has pages in French, their path begins with `/fr`. */
const ENGLISH_HOSTS = [
  '12factor.net',
  'container.training',
  'containerd.io',
  'cncf.io',
  'datatracker.ietf.org',
  'docs.docker.com',
  'doc.traefik.io',
  'etcd.io',
  'github.com',
  'github.io',
  'gnu.org',
  'helm.sh',
  'iximiuz.com',
  'k8s.io',
  'kubernetes.io',
  'man7.org',
  'mapserver.org',
  'nginx.org',
  'opencontainers.org',
  'postgis.net',
  'postgresql.org',
  'prometheus.io',
  'readthedocs.io',
  'research.google',
  'rfc-editor.org',
  'usenix.org',
];

/** @returns whether the page at that address is in English, as far as its host and its path tell */
export function isEnglish(url: string): boolean {
  if (!/^https?:\/\//i.test(url)) return false;
  const { hostname, pathname } = new URL(url);
  if (/^\/fr(?:[/_-]|$)/i.test(pathname)) return false;
  return ENGLISH_HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

/** Says « (en anglais) » on links to pages in English, for eyes and for screen readers, unless the text round them does. */
export const englishPlugin = defineHastPlugin({
  name: 'orchestre-anglais',
  element: {
    filter: ['a'],
    visit(node, ctx) {
      const { href } = node.properties;
      if (typeof href !== 'string' || !isEnglish(href)) return;
      ctx.setProperty(node, 'hrefLang', 'en');
      const around = ctx.parent(node);
      if (/en anglais/i.test(around === undefined ? '' : ctx.textContent(around))) return;
      ctx.appendChild(node, { type: 'text', value: ' (en\u00A0anglais)' });
    },
  },
});
