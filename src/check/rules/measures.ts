import { didYouMean } from '../../lesson/did-you-mean.ts';
import { errorAt, type FindingText } from '../../lesson/finding.ts';
import type { Lesson } from '../../lesson/types.ts';
import type { Rule } from '../rule.ts';

/**
 * A `<Mesure de="…">` names a command that is run. Its author gives that command an id: the number that a snippet has
 * of itself changes with what is written above it.
 */
export const measures: Rule = ({ readings }) =>
  readings.flatMap(({ lesson }) =>
    lesson.measures.flatMap(({ of, position }) => {
      const problem = findProblem(of, lesson);
      return problem === undefined ? [] : [errorAt(position, { code: 'mesure-inconnue', ...problem })];
    }),
  );

function findProblem(of: string, { snippets }: Lesson): Omit<FindingText, 'code'> | undefined {
  if (of === '') return { message: '<Mesure> ne dit pas quel extrait a mesuré', fix: 'écrivez <Mesure de="ID" />' };
  const named = snippets.filter(({ kind, attributes }) => kind === 'command' && attributes.id !== undefined);
  const found = named.find(({ id }) => id === of);
  if (found === undefined) {
    const ids = named.map(({ id }) => id);
    const message = `<Mesure de="${of}"> : aucune commande de cette leçon n’a l’id « ${of} »`;
    return { message, fix: didYouMean(of, ids, `ajoutez id=${of} au bloc bash qui affiche cette valeur`) };
  }
  if (found.attributes.skip === undefined) return undefined;
  const message = `<Mesure de="${of}"> : la commande de la ligne ${found.position.line} n’est pas exécutée (skip)`;
  return { message, fix: 'retirez cette mesure, ou exécutez la commande (retirez skip et review)' };
}
