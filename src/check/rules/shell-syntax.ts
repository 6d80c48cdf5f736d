import { errorAt } from '../../lesson/finding.ts';
import type { Rule } from '../rule.ts';
import { lineColumn, placeInSnippet } from '../place.ts';

/** The parser's messages, in French. */
const MESSAGES: readonly (readonly [pattern: RegExp, message: string, fix: string])[] = [
  [/^unterminated double quote/, 'un guillemet (") n’est jamais refermé', 'ajoutez le second guillemet'],
  [/^unterminated single quote/, "une apostrophe (') n’est jamais refermée", 'ajoutez la seconde apostrophe'],
  [/^unterminated backtick/, 'un accent grave (`) n’est jamais refermé', 'écrivez plutôt $(…)'],
  [
    /^unterminated here-document/,
    'la ligne qui termine ce texte (<<) manque',
    'ajoutez-la, seule et en début de ligne',
  ],
  [/^unterminated/, 'ce qui s’ouvre ici n’est jamais refermé', 'ajoutez la parenthèse ou l’accolade fermante'],
  [/^expected '(.+)' to close '?(.+?)'?$/, '« $1 » manque pour refermer « $2 »', 'ajoutez-le'],
  [
    /^expected redirect target/,
    'une redirection (< ou >) ne dit pas vers quel fichier',
    'nommez-le, ou mettez un texte comme <nom> entre apostrophes',
  ],
  [
    /^expected command (?:after '(.+)'|in (.+))$/,
    'une commande était attendue après « $1$2 »',
    'ajoutez-la, ou retirez ce qui précède',
  ],
  [/^expected compound command as function body/, 'cette fonction n’a pas de corps', 'écrivez nom() { commandes; }'],
  [/^expected '(.+?)'/, '« $1 » était attendu ici', 'ajoutez-le'],
  [/^unexpected token '(.+)'/s, '« $1 » n’a rien à faire ici', 'retirez-le, ou mettez-le entre apostrophes'],
];

/** The first syntax error of each `bash` fence: those behind it mostly follow from it. */
export const shellSyntax: Rule = ({ readings }) =>
  readings.flatMap(({ scripts }) =>
    [...scripts].flatMap(([snippet, { errors }]) =>
      errors.slice(0, 1).map(({ text, pos }) => {
        const place = placeInSnippet(snippet, lineColumn(snippet.code, pos));
        return errorAt(place, { code: 'bash-illisible', ...translate(text) });
      }),
    ),
  );

function translate(text: string): { message: string; fix: string } {
  for (const [pattern, message, fix] of MESSAGES) {
    const found = pattern.exec(text);
    if (found !== null)
      return { message: message.replace(/\$(\d)/g, (_, group: string) => found[Number(group)] ?? ''), fix };
  }
  return { message: `bash ne comprend pas cette ligne (${text})`, fix: 'corrigez la syntaxe' };
}
