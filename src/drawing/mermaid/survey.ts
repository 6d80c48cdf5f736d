import type { Leaf } from '../types.ts';

/**
 * Runs in the browser's page, alone: it may use nothing but its argument.
 * @param svg mermaid's drawing, attached to the document
 * @returns its visible elements, in order of painting
 */
export function survey(svg: SVGSVGElement): Leaf[] {
  const shapes = ['rect', 'path', 'line', 'polygon', 'circle', 'text'];
  const geometry = [
    'x',
    'y',
    'width',
    'height',
    'rx',
    'd',
    'x1',
    'y1',
    'x2',
    'y2',
    'points',
    'r',
    'marker-start',
    'marker-end',
  ];
  const owners: Element[] = [];
  const root = svg.getScreenCTM()!.inverse();

  const classesOf = (element: Element) => [...element.classList];
  const classesAround = (element: Element): string[] =>
    element.parentElement === null || element.parentElement === (svg as Element)
      ? []
      : [...classesOf(element.parentElement), ...classesAround(element.parentElement)];
  const ownerOf = (element: Element) => {
    const owner = element.closest('g.node, g.cluster, g.statediagram-cluster, g[data-et]');
    if (owner !== null && !owners.includes(owner)) owners.push(owner);
    return owner === null ? -1 : owners.indexOf(owner);
  };
  /** A line of text: mermaid writes one tspan a line, or a text element without any. */
  const linesOf = (text: SVGTextElement): SVGTextContentElement[] => {
    const rows = text.querySelectorAll<SVGTSpanElement>(':scope > tspan');
    return rows.length === 0 ? [text] : [...rows];
  };
  const cellsOf = (line: SVGTextContentElement) => {
    const cells = Array.from({ length: line.getNumberOfChars() }, (_, index) => line.getExtentOfChar(index)).filter(
      (cell) => cell.width > 0,
    );
    const left = Math.min(...cells.map((cell) => cell.x));
    const right = Math.max(...cells.map((cell) => cell.x + cell.width));
    const first = cells[0];
    return first && { x: left, y: first.y, width: right - left, height: first.height };
  };
  const leafOf = (element: SVGGraphicsElement, line?: SVGTextContentElement): Leaf | undefined => {
    const matrix = root.multiply(element.getScreenCTM()!);
    const bounds = line ? cellsOf(line) : element.getBBox();
    if (bounds === undefined || (bounds.width === 0 && bounds.height === 0)) return undefined;
    return {
      tag: element.tagName as Leaf['tag'],
      own: classesOf(element),
      around: classesAround(element),
      owner: ownerOf(element),
      attributes: Object.fromEntries(
        geometry.flatMap((name) => (element.hasAttribute(name) ? [[name, element.getAttribute(name)!]] : [])),
      ),
      offset: { x: matrix.e, y: matrix.f },
      box: { x: bounds.x + matrix.e, y: bounds.y + matrix.f, width: bounds.width, height: bounds.height },
      text: (line?.textContent ?? '').trim(),
    };
  };

  return [...svg.querySelectorAll<SVGGraphicsElement>(shapes.join(','))]
    .filter((element) => element.closest('defs, marker, symbol, .background') === null)
    .flatMap((element) =>
      element instanceof SVGTextElement ? linesOf(element).map((line) => leafOf(element, line)) : [leafOf(element)],
    )
    .filter((leaf) => leaf !== undefined);
}
