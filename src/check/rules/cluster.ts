import { errorAt } from '../../lesson/finding.ts';
import type { Finding, Lesson, Snippet } from '../../lesson/types.ts';
import type { Rule } from '../rule.ts';

/** Labs without a Kubernetes. */
const WITHOUT: ReadonlySet<string> = new Set(['none', 'swarm']);

/** A lesson without a Kubernetes applies nothing to it, and waits for nothing of it. */
export const cluster: Rule = ({ readings }) =>
  readings.flatMap(({ lesson }) =>
    WITHOUT.has(lesson.meta.cluster) ? lesson.snippets.flatMap((snippet) => demandsOf(snippet, lesson)) : [],
  );

function demandsOf({ kind, attributes, position }: Snippet, { meta }: Lesson): Finding[] {
  if (attributes.skip !== undefined) return [];
  const what = attributes.apply ? 'apply' : attributes.wait.length > 0 ? 'wait' : undefined;
  if (what === undefined && kind !== 'manifest') return [];
  const message = `${what ?? 'ce manifeste'} demande un Kubernetes, et la leçon n’en a pas (cluster: ${meta.cluster})`;
  const instead =
    what === 'wait'
      ? 'retirez wait'
      : 'ajoutez file=NOM et schema=aucun pour n’écrire qu’un fichier (et retirez apply)';
  return [errorAt(position, { code: 'cluster-absent', message, fix: `écrivez cluster: shared, ou ${instead}` })];
}
