import { errorAt } from '../../lesson/finding.ts';
import type { Rule } from '../rule.ts';
import { placeInSnippet } from '../place.ts';
import { validateManifest } from '../kubernetes/manifest.ts';

/**
 * The `yaml` fences against the schemas of Kubernetes. A fence that must be refused by the server (`exit≠0`) or that is
 * not Kubernetes' (`schema=aucun`) is left out.
 */
export const kubernetesSchema: Rule = ({ course, readings, schemas }) => {
  const minor = (version: string): string => version.split('.').slice(0, 2).join('.');
  const wanted = course.meta.versions.noeud.split(':').at(-1) ?? '';
  if (minor(wanted) !== minor(schemas.version)) {
    const message = `les schémas sont ceux de Kubernetes ${schemas.version}, le cours utilise ${wanted}`;
    const fix = 'lancez « npm run schemas » avec un cluster de cette version';
    return [errorAt({ file: 'content/cours.yaml', line: 1, column: 1 }, { code: 'schemas-perimes', message, fix })];
  }
  return readings.flatMap(({ streams }) =>
    [...streams]
      .filter(([{ kind, attributes }]) => kind === 'manifest' && attributes.exit === 0)
      .flatMap(([snippet, { documents, placeOf }]) =>
        documents
          .filter(({ errors }) => errors.length === 0)
          .flatMap(({ document }) => validateManifest(document, schemas))
          .map(({ offset, ...text }) => errorAt(placeInSnippet(snippet, placeOf(offset)), text)),
      ),
  );
};
