import type { MermaidConfig } from 'mermaid';

/** Size of all text of a drawing, in pixels; 16 is the least that a slide may shrink it to. */
export const FONT_SIZE = 18;

/**
 * The font that text is measured with. DejaVu Sans and Verdana, its twin, are wider than the fonts that readers' systems
 * show instead: what fits here fits there.
 */
const MEASURED_FONT = '"DejaVu Sans", Verdana, sans-serif';

/**
 * Mermaid as a layout engine: sizes and distances only, since `svg.ts` paints. Plain SVG text, because HTML in a
 * `foreignObject` is not shown by `<img>`.
 */
export const MERMAID_CONFIG: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  theme: 'base',
  look: 'classic',
  layout: 'elk',
  htmlLabels: false,
  deterministicIds: true,
  fontFamily: MEASURED_FONT,
  // The size in sequences; that of the other types is the theme's.
  fontSize: FONT_SIZE,
  themeVariables: { fontSize: `${FONT_SIZE}px` },
  themeCSS: '.cluster-label tspan { font-weight: 600 !important }',
  flowchart: {
    curve: 'rounded',
    wrappingWidth: 900,
    minNodeWidth: 84,
    nodeSpacing: 28,
    rankSpacing: 40,
    padding: 12,
  },
  state: {
    wrappingWidth: 900,
    minNodeWidth: 130,
    nodeSpacing: 28,
    rankSpacing: 40,
    padding: 12,
  } as MermaidConfig['state'] & object,
  sequence: {
    useMaxWidth: false,
    width: 160,
    labelBoxWidth: 84,
    labelBoxHeight: 32,
    height: 44,
    actorMargin: 32,
    boxMargin: 8,
    boxTextMargin: 12,
    noteMargin: 10,
    diagramMarginX: 8,
    diagramMarginY: 8,
    actorFontFamily: MEASURED_FONT,
    messageFontFamily: MEASURED_FONT,
    noteFontFamily: MEASURED_FONT,
  },
  elk: { considerModelOrder: 'NODES_AND_EDGES', straightenEdges: true },
};
