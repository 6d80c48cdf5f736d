import type { ThemeRegistration } from 'shiki';

/**
 * What shiki may tell apart, each with the class that the stylesheet colours. The theme's colours are only numbers
 * that lead back to these classes: with one theme a page carries no inline style, and light and dark cost nothing.
 */
const SCOPES: readonly (readonly [string, readonly string[]])[] = [
  ['c', ['comment', 'punctuation.definition.comment']],
  ['k', ['entity.name.tag', 'keyword.control', 'storage', 'support.type.property-name', 'keyword.other']],
  ['s', ['string', 'punctuation.definition.string']],
  ['n', ['constant.numeric', 'constant.language', 'constant.other.timestamp', 'variable.language']],
  ['f', ['entity.name.function', 'entity.name.command', 'support.function']],
  ['v', ['variable', 'punctuation.definition.variable', 'string variable']],
  ['o', ['constant.other.option', 'keyword.operator', 'string.unquoted.argument constant.other.option']],
];

const PLAIN = '#000000';
const colourOf = (index: number): string => `#${String(index + 1).padStart(6, '0')}`;

/** The theme that shiki highlights with. */
export const CODE_THEME: ThemeRegistration = {
  name: 'orchestre',
  type: 'light',
  colors: { 'editor.foreground': PLAIN, 'editor.background': '#ffffff' },
  settings: [
    { settings: { foreground: PLAIN } },
    { scope: ['string.unquoted'], settings: { foreground: PLAIN } },
    ...SCOPES.map(([, scope], index) => ({ scope: [...scope], settings: { foreground: colourOf(index) } })),
  ],
};

/** @returns the class of a colour of the theme; none for plain text */
export function classOfColour(colour: string | undefined): string | undefined {
  return SCOPES[Number.parseInt(colour?.slice(1) ?? '0', 10) - 1]?.[0];
}
