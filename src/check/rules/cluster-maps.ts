import { errorAt } from '../../lesson/finding.ts';
import type { Finding, Lesson, Snippet } from '../../lesson/types.ts';
import type { Rule } from '../rule.ts';

/** `cluster-map` stands on what changes a cluster, once on a slide: a deck has one drawing beside its snippets. */
export const clusterMaps: Rule = ({ readings }) =>
  readings.flatMap(({ lesson }) => {
    const marked = lesson.snippets.filter(({ attributes }) => attributes.clusterMap);
    return marked.flatMap((snippet) => {
      const first = marked.find(({ slide }) => slide === snippet.slide) ?? snippet;
      return problemOf(snippet, first, lesson);
    });
  });

function problemOf(snippet: Snippet, first: Snippet, { meta }: Lesson): Finding[] {
  const { kind, attributes, position } = snippet;
  if (meta.cluster === 'none') {
    const message = 'cluster-map dessine un cluster, et la leçon n’en a pas (cluster: none)';
    return [errorAt(position, { code: 'cluster-absent', message, fix: 'retirez cluster-map' })];
  }
  if (kind !== 'command' && !attributes.apply) {
    const message = 'cluster-map dessine ce qui change dans le cluster, et ce bloc n’y change rien';
    const fix = 'ajoutez apply, ou mettez cluster-map sur la commande qui change le cluster';
    return [errorAt(position, { code: 'attributs-incompatibles', message, fix })];
  }
  if (first === snippet) return [];
  const message = `cette diapositive dessine déjà le cluster (ligne ${first.position.line})`;
  return [errorAt(position, { code: 'attributs-incompatibles', message, fix: 'gardez un seul cluster-map' })];
}
