import type { Code } from '../../lesson/codes.ts';

/**
 * What a French text must not contain and no plugin can put right without knowing what is meant. Only what is wrong
 * wherever it stands in prose: better to miss a fault than to flag a right sentence. Spaces before `; : ! ?`,
 * apostrophes and ellipses are set at rendering (`src/typography/typeset.ts`).
 */
export interface TypographyRule {
  readonly code: Code;
  /** Global; the match is what is shown to the author. */
  readonly pattern: RegExp;
  readonly message: string;
  /** @returns what to write instead of the match */
  readonly instead: (match: string) => string;
}

export const TYPOGRAPHY_RULES: readonly TypographyRule[] = [
  {
    code: 'guillemets-droits',
    pattern: /(?<!\d)"[^"\n]*"|(?<!\d)"/g,
    message: 'guillemets droits dans le texte',
    instead: (match) => `« ${match.replaceAll('"', '').trim() || '…'} », ou des accents graves si c’est du code`,
  },
  {
    code: 'guillemets-anglais',
    pattern: /“[^”\n]*”|[“”„‟]/g,
    message: 'guillemets anglais dans un texte français',
    instead: (match) => `« ${match.replace(/[“”„‟]/g, '').trim() || '…'} »`,
  },
  {
    code: 'trait-d-union-isole',
    pattern: /(?<=[\p{L})\]»*_`’.,!?…%]) --? (?=\S)/gu,
    message: 'un trait d’union sert de tiret',
    instead: () => 'un tiret « – » entre espaces, ou des virgules',
  },
  {
    code: 'espaces-doubles',
    pattern: /(?<=[^\s>|]) {2,}(?=[^\s|])/g,
    message: 'plusieurs espaces de suite',
    instead: () => 'une seule espace',
  },
  {
    code: 'espace-avant-virgule',
    pattern: /(?<=\p{L}) +[,.](?=\s|$)/gu,
    message: 'une espace avant une virgule ou un point',
    instead: (match) => `« ${match.trim()} » contre le mot`,
  },
  {
    code: 'capitale-sans-accent',
    pattern:
      /(?<=^|[.!?…]\s)A(?= (?:partir|noter|chaque|condition|défaut|terme|présent|retenir|savoir|moins|la fin|la place|l[’']))/gu,
    message: 'une capitale garde son accent',
    instead: () => '« À »',
  },
  {
    code: 'capitale-sans-accent',
    pattern: /(?<=^|[.!?…]\s)Ca(?= \p{Ll})/gu,
    message: 'une capitale garde sa cédille',
    instead: () => '« Ça »',
  },
  {
    code: 'etc',
    pattern: /\betc(?:\.{2,}|\.?…)/g,
    message: '« etc. » n’a pas de points de suspension',
    instead: () => '« etc. »',
  },
  {
    code: 'ordinal',
    pattern: /(?<![\p{L}\p{N}.])\d+(?:ième|ieme|ème|eme|ère|ere|ier)s?(?!\p{L})/gu,
    message: 'cet ordinal ne s’abrège pas ainsi',
    instead: (match) =>
      /^1[eè]re/.test(match) ? '« 1re »' : /^1i/.test(match) ? '« 1er »' : `« ${parseInt(match, 10)}e »`,
  },
];
