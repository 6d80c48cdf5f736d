const NARROW = '\u202F';
const WIDE = '\u00A0';

/** Addresses keep their punctuation: `https://exemple.fr/?q=1`. */
const ADDRESS = /[a-z][a-z0-9+.-]*:\/\/[^\s»]+/gi;

/** A number keeps its unit on its line. */
const UNITS = 'ms|s|min|h|jours?|octets?|[kKMGT]?o|[KMG]i|[kMG]?Hz|%|€|px|vCPU|cœurs?';

/**
 * The rules, in order. Source: Lexique des règles typographiques en usage à l’Imprimerie nationale; for the width of
 * the spaces, Unicode's CLDR for French (U+202F before ; ! ?, U+00A0 before : and inside guillemets).
 */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/\.\.\./g, '…'],
  [/(?<=\p{L})'(?=[\p{L}\p{N}«]|$)/gu, '’'],
  [/«[ \u00A0\u202F]*(?=\S|$)/gu, `«${WIDE}`],
  [/[ \u00A0\u202F]*»/g, `${WIDE}»`],
  [/(?<=[\p{L}\p{N})\]»’…%])[ \u00A0\u202F]*([;!?]+)(?=[\s)\]»…]|$)/gu, `${NARROW}$1`],
  [/[ \u00A0\u202F]+([;!?]+)(?=[\s)\]»…]|$)/g, `${NARROW}$1`],
  [/(?<=[\p{L})\]»’])[ \u00A0\u202F]*:(?=\s|$)/gu, `${WIDE}:`],
  [/[ \u00A0\u202F]+:(?=\s|$)/g, `${WIDE}:`],
  [new RegExp(`(?<=\\d) (?=(?:${UNITS})(?![\\p{L}\\p{N}]))`, 'gu'), WIDE],
  [/(?<=\d) (?=\d{3}(?!\d))/g, NARROW],
];

/**
 * Sets a run of French text: insécables, apostrophes, ellipses. Idempotent.
 * @param text prose, never code; it may start or end in the middle of a sentence, next to code or emphasis
 */
export function typeset(text: string): string {
  const addresses: string[] = [];
  // A private-use letter stands for each address, so that no rule sees inside it.
  const hidden = text.replace(ADDRESS, (address) => {
    addresses.push(address);
    return '\uE000';
  });
  const set = RULES.reduce((current, [pattern, replacement]) => current.replace(pattern, replacement), hidden);
  return set.replace(/\uE000/g, () => addresses.shift() ?? '');
}
