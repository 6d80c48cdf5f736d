import { TOKENS } from '../palette.ts';

/**
 * How a cluster is painted, by the site's own tokens, so that it changes with the page's theme. Each class begins with
 * `cm-`: the drawing stands inline in a page.
 */
export const CLUSTER_CSS = `
.cm{display:block;width:100%;height:auto;font-family:system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif;font-size:12px}
.cm text{fill:var(--ink)}
.cm-mono{font-family:ui-monospace,'JetBrains Mono','Cascadia Code',Menlo,monospace;font-size:11px}
.cm .cm-quiet{fill:var(--unproven)}
.cm-strong{font-weight:600}
.cm-node{fill:var(--paper);stroke:var(--unproven);stroke-width:2}
.cm-band{fill:var(--cm-band)}
.cm .cm-on-band{fill:var(--cm-on-band)}
.cm-node-off{stroke-dasharray:9 5}
.cm-waiting{fill:none;stroke:var(--unproven);stroke-width:2;stroke-dasharray:2 6;stroke-linecap:round}
.cm-pod rect{fill:color-mix(in srgb,var(--cm-tone) 11%,var(--paper));stroke:var(--cm-tone);stroke-width:2}
.cm-pod .cm-state{fill:var(--cm-tone);font-weight:600}
.cm-glyph{fill:none;stroke:var(--cm-tone);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.cm-glyph .cm-full{fill:var(--cm-tone)}
.cm-ready,.cm-good{--cm-tone:var(--proven)}
.cm-starting{--cm-tone:var(--accent)}
.cm-failed{--cm-tone:var(--wrong)}
.cm-done,.cm-leaving,.cm-waits{--cm-tone:var(--unproven)}
.cm-failed rect{stroke-dasharray:9 5}
.cm-leaving rect{stroke-dasharray:2 5;stroke-linecap:round}
.cm-bracket,.cm-wire,.cm-thread{fill:none;stroke:var(--unproven);stroke-width:2;stroke-linecap:round}
.cm-wire,.cm-thread{stroke:var(--accent);stroke-width:1.5}
.cm-knot{fill:var(--accent)}
.cm .cm-service{fill:var(--accent);font-weight:600}
.cm-chip rect{fill:var(--raised);stroke:var(--rule)}
`;

/** Tokens under the names that the drawing uses, for a file that stands alone. */
const NAMES = {
  ink: 'ink',
  paper: 'paper',
  raised: 'raised',
  rule: 'rule',
  accent: 'accent',
  proven: 'proven',
  muted: 'unproven',
  wrong: 'wrong',
} as const;

/** The darkest thing on light paper; on dark paper it would dazzle. */
export const BAND_CSS = `
.cm{--cm-band:light-dark(${TOKENS.light.ink},${TOKENS.dark.rule});--cm-on-band:light-dark(${TOKENS.light.paper},${TOKENS.dark.ink})}`;

/** @returns the style sheet of a file: tokens for both themes, by the system's */
export function standaloneCss(): string {
  const tokens = Object.entries(NAMES).map(
    ([token, name]) =>
      `--${name}:light-dark(${TOKENS.light[token as keyof typeof NAMES]},${TOKENS.dark[token as keyof typeof NAMES]})`,
  );
  return `:root{color-scheme:light dark;${tokens.join(';')}}${BAND_CSS}${CLUSTER_CSS}`.replaceAll('\n', '');
}
