/** The parser's reasons in French, in order; `$1` is what it names. The first that fits counts. */
const REASONS: readonly (readonly [pattern: RegExp, message: string, fix: string])[] = [
  [
    /^Unexpected character `!`.*create a comment/s,
    'un commentaire HTML n’existe pas en MDX',
    'écrivez {/* commentaire */} au lieu de <!-- commentaire -->',
  ],
  [
    /^Expected a closing tag for `(.+?)`/,
    'la balise $1 n’est jamais refermée',
    'refermez-la ; du texte comme <nom> va entre accents graves (`<nom>`)',
  ],
  [
    /^Expected the closing tag `(.+?)`.*after the end of `paragraph`/s,
    'la balise $1 se ferme au milieu d’un paragraphe où elle ne s’ouvre pas',
    'ouvrez et fermez-la chacune seule sur sa ligne, ou toutes deux dans la même phrase',
  ],
  [
    /^Unexpected closing tag `(.+?)`, expected corresponding closing tag for `(.+?)` \((\d+):\d+\)/,
    '$1 est fermé ici, mais c’est $2 (ligne $3) qui est ouvert',
    'fermez les balises dans l’ordre inverse de leur ouverture',
  ],
  [
    /^Unexpected closing tag `(.+?)`/,
    '$1 ferme une balise qui n’est pas ouverte',
    'ouvrez-la plus haut, ou retirez-la',
  ],
  [/^Expected the closing tag `(.+?)`/, '$1 est attendu ici', 'fermez la balise là où elle a été ouverte'],
  [
    /^Unexpected end of file in expression/,
    'une accolade « { » n’est jamais refermée',
    'mettez-la entre accents graves (`{`), ou écrivez \\{',
  ],
  [
    /^Could not parse expression/,
    'ce qui est entre accolades serait du JavaScript, et n’en est pas',
    'mettez-le entre accents graves (`{…}`), ou écrivez \\{ et \\}',
  ],
  [
    /^Unexpected character.*expected (?:a valid JSX tag|a character that can start a name)/s,
    'un « < » ouvre ici ce qui n’est pas une balise',
    'mettez-le entre accents graves, écrivez \\<, ou [texte](adresse) pour un lien',
  ],
];

/**
 * Says in French why MDX cannot be read.
 * @param reason the parser's, in English
 */
export function mdxReason(reason: string): { message: string; fix: string } {
  for (const [pattern, message, fix] of REASONS) {
    const found = pattern.exec(reason);
    if (found !== null)
      return { message: message.replace(/\$(\d)/g, (_, group: string) => found[Number(group)] ?? ''), fix };
  }
  return {
    message: `cette leçon ne se lit pas (${reason})`,
    fix: 'fermez la balise, ou mettez « < » et « { » du texte entre accents graves',
  };
}
