import { errorAt } from '../lesson/finding.ts';
import type { Finding, Lesson } from '../lesson/types.ts';
import { SITE_PAGES } from './pages.ts';

/** Namespaces that a cluster has already, and pages and folders that the site has. */
const TAKEN: ReadonlySet<string> = new Set([
  ...['default', 'kube-node-lease', 'kube-public', 'kube-system', 'local-path-storage'],
  ...SITE_PAGES.map((page) => page.replace('/', '')),
  ...['404', 'pagefind', 'pdf'],
]);

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names */
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** A lesson's slug is its page's address and its namespace's name: it has to be good for both, and its own. */
export function slugFindings(lessons: readonly Lesson[]): Finding[] {
  return lessons.flatMap(({ file, slug }, index) => {
    const place = { file, line: 1, column: 1 };
    const fix = 'renommez son dossier, et l’entrée de cours.yaml';
    if (lessons.findIndex((other) => other.slug === slug) !== index)
      return [errorAt(place, { code: 'slug-double', message: `deux leçons s’appellent « ${slug} »`, fix })];
    const message = TAKEN.has(slug) || slug.startsWith('kube-') ? `« ${slug} » est déjà pris` : impossible(slug);
    return message === undefined ? [] : [errorAt(place, { code: 'slug-impossible', message, fix })];
  });
}

function impossible(slug: string): string | undefined {
  if (LABEL.test(slug)) return undefined;
  return `aucun namespace ne peut s’appeler « ${slug} » (63 minuscules, chiffres et tirets au plus, sans tiret au bord)`;
}
