import { errorAt, type FindingText } from '../../lesson/finding.ts';
import type { Rule } from '../rule.ts';
import { placeInSnippet } from '../place.ts';
import { isReadOnly } from '../shell/read-only.ts';

/** What is run more than once (`retry`) or unseen (`hidden`) must only read. */
export const effects: Rule = ({ readings }) =>
  readings.flatMap(({ lesson, scripts }) =>
    lesson.snippets.flatMap((snippet) => {
      if (snippet.kind !== 'command') return [];
      const { retry, hidden, readonly } = snippet.attributes;
      const unparsed = (scripts.get(snippet)?.errors.length ?? 0) > 0;
      if ((retry === undefined && !hidden) || unparsed) return [];
      const verdict = isReadOnly(snippet.code, { readonly });
      if (verdict.ok) return [];
      const place = placeInSnippet(snippet, verdict.position);
      const advice = adviceFor(verdict.command);
      const retried: FindingText = {
        code: 'retry-modifie',
        message: `retry répète « ${verdict.command} », qui peut changer quelque chose`,
        fix: advice ?? 'mettez cette commande dans un bloc à part, et ne répétez que des lectures',
      };
      const unseen: FindingText = {
        code: 'hidden-modifie',
        message: `hidden cache « ${verdict.command} », qui peut changer quelque chose`,
        fix: advice ?? 'retirez hidden : le lecteur doit voir tout ce qui change son cluster',
      };
      return [...(retry === undefined ? [] : [errorAt(place, retried)]), ...(hidden ? [errorAt(place, unseen)] : [])];
    }),
  );

function adviceFor(command: string): string | undefined {
  if (!/^(kubectl|docker) exec$/.test(command)) return undefined;
  return 'ajoutez readonly si ce qu’elle exécute ne fait que lire';
}
