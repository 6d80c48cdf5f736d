import { provesNothing } from '../../judge/proves-nothing.ts';
import { errorAt } from '../../lesson/finding.ts';
import type { Rule } from '../rule.ts';

/** An expected output that any output fits proves nothing. The judge says which, and why. */
export const proofs: Rule = ({ readings }) =>
  readings.flatMap(({ lesson }) =>
    lesson.snippets.flatMap((snippet) => {
      const reason = provesNothing(snippet);
      if (reason === undefined || snippet.expected === undefined) return [];
      const [, message = reason, fix = 'écrivez-y ce qui doit être affiché'] = /^(.*)\u00a0: (.*)$/s.exec(reason) ?? [];
      return [errorAt(snippet.expected.position, { code: 'sortie-sans-preuve', message, fix })];
    }),
  );
