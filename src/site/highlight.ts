import {
  type BundledLanguage,
  type BundledTheme,
  bundledLanguages,
  bundledLanguagesAlias,
  createHighlighter,
  type Highlighter,
} from 'shiki';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { classOfColour, CODE_THEME } from './code-theme.ts';
import { escapeHtml } from './escape-html.ts';

let highlighter: Promise<Highlighter> | undefined;
const done = new Map<string, Promise<string>>();

/**
 * Highlights code once per build: the page, the deck and equal snippets share the result.
 * @param language as in the fence; an unknown one gives plain text
 * @returns a `<code>` element: one `<span class="l">` a line with its line feed inside, tokens as `<span class="k">`
 */
export function highlight(code: string, language: string): Promise<string> {
  const key = `${language}\n${code}`;
  const known = done.get(key);
  if (known !== undefined) return known;
  const html = render(code, language);
  done.set(key, html);
  return html;
}

/** The same without the spans of its lines: only a deck points at lines, on a page they would be weight. */
export async function highlightFlat(code: string, language: string): Promise<string> {
  return (await highlight(code, language)).replace(/<span class="l">([^]*?\n)<\/span>/g, '$1');
}

async function render(code: string, language: string): Promise<string> {
  if (!isBundled(language)) return lines(code.split('\n').map(escapeHtml));
  highlighter ??= createHighlighter({ themes: [CODE_THEME], langs: [], engine: createJavaScriptRegexEngine() });
  const shiki = await highlighter;
  await shiki.loadLanguage(language);
  const tokens = shiki.codeToTokensBase(code, { lang: language, theme: CODE_THEME.name as BundledTheme });
  return lines(tokens.map((line) => runs(line).map(span).join('')));
}

const isBundled = (language: string): language is BundledLanguage =>
  language in bundledLanguages || language in bundledLanguagesAlias;

const lines = (html: readonly string[]): string =>
  `<code>${html.map((line) => `<span class="l">${line}\n</span>`).join('')}</code>`;

interface Run {
  readonly name: string | undefined;
  readonly text: string;
}

/** Neighbours of one class become one span. */
function runs(tokens: readonly { content: string; color?: string }[]): Run[] {
  const merged: Run[] = [];
  for (const { content, color } of tokens) {
    const name = content.trim() === '' ? merged.at(-1)?.name : classOfColour(color);
    const last = merged.at(-1);
    if (last !== undefined && last.name === name) merged[merged.length - 1] = { name, text: last.text + content };
    else merged.push({ name, text: content });
  }
  return merged;
}

const span = ({ name, text }: Run): string =>
  name === undefined ? escapeHtml(text) : `<span class="${name}">${escapeHtml(text)}</span>`;
