import type { Plugin } from 'vite';

/** What reveal.js can do and our deck never asks for; a selector that needs one of these never matches. */
const UNUSED = [
  /\[data-(?:background-)?transition(?:-speed|[~^*]?=['"]?(?!none))/,
  /\.reveal\.(?:slide|linear|default|convex|concave|zoom|cube|page|fade|rtl|center|embedded)\b/,
  /\.fragment\.(?:grow|shrink|zoom-in|fade-|semi-fade|strike|highlight-|current-visible)/,
  /\.(?:controls|navigate-\w+|slide-number|playback|r-stack|r-vstack|r-hstack|r-stretch|stretch|r-fit-text)\b/,
  /\.(?:items|justify)-\w+|\.r-overlay-(?:preview|spinner|error)|\.x-frame-error|data-preview|parallax|video|auto-animate/,
  /\.(?:reveal-print|print-pdf|pdf-page|reveal-scroll|scroll-page)\b/,
];

/**
 * Leaves out of reveal.js' stylesheet the transitions, controls and previews that the deck does not use: they are two
 * thirds of it, and a deck's first view has a budget.
 * @param css well-formed; strings in it hold no braces
 */
export function pruneRevealCss(css: string): string {
  let kept = '';
  for (const { prelude, body } of rulesOf(css)) {
    if (/^@media print\b/.test(prelude)) {
      // The deck prints in its own way (styles/deck/print.css).
    } else if (/^@(?:media|supports|layer|container)/.test(prelude)) {
      const inner = pruneRevealCss(body);
      if (inner !== '') kept += `${prelude}{${inner}}`;
    } else if (prelude.startsWith('@')) {
      if (!/bounce-/.test(prelude)) kept += `${prelude}{${body}}`;
    } else {
      const selectors = splitSelectors(prelude).filter((selector) => !UNUSED.some((unused) => unused.test(selector)));
      if (selectors.length > 0) kept += `${selectors.join(',')}{${body}}`;
    }
  }
  return kept;
}

/** A Vite plugin that serves reveal's own stylesheet pruned, in a layer, so that our theme always wins. */
export function revealCss(): Plugin {
  return {
    name: 'orchestre-reveal-css',
    enforce: 'pre',
    transform: {
      filter: { id: /reveal\.js\/dist\/reveal\.css$/ },
      handler: (code) => ({ code: `@layer reveal{${pruneRevealCss(code)}}`, map: null }),
    },
  };
}

function rulesOf(css: string): { prelude: string; body: string }[] {
  const rules: { prelude: string; body: string }[] = [];
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '');
  for (let start = 0, at = 0, depth = 0, open = 0; at < text.length; at += 1) {
    if (text[at] === '{' && depth++ === 0) open = at;
    if (text[at] !== '}' || --depth > 0) continue;
    rules.push({ prelude: text.slice(start, open).trim(), body: text.slice(open + 1, at) });
    start = at + 1;
  }
  return rules;
}

/** Commas inside parentheses, as in `:is(a, b)`, do not separate. */
function splitSelectors(prelude: string): string[] {
  return prelude.split(/,(?![^(]*\))/).map((selector) => selector.trim());
}
