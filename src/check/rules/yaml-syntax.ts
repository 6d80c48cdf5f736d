import type { Rule } from '../rule.ts';
import { errorAt } from '../../lesson/finding.ts';
import { yamlReason } from '../../lesson/yaml-reason.ts';
import { placeInSnippet } from '../place.ts';

/** The first error of each YAML document: those behind it mostly follow from it. Duplicate keys are all told. */
export const yamlSyntax: Rule = ({ readings }) =>
  readings.flatMap(({ streams }) =>
    [...streams].flatMap(([snippet, { documents, placeOf }]) =>
      documents.flatMap(({ errors }) => {
        const first = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
        return errors
          .filter((error) => error === first || error.code === 'DUPLICATE_KEY')
          .map(({ code: yamlCode, offset }) => {
            const text = yamlReason(yamlCode);
            const code = yamlCode === 'DUPLICATE_KEY' ? 'cle-double' : 'yaml-illisible';
            return errorAt(placeInSnippet(snippet, placeOf(offset)), { code, ...text });
          });
      }),
    ),
  );
