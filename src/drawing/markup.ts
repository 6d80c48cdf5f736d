/** @returns text safe inside an SVG element or a double-quoted attribute */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** @returns a length, to a tenth of a pixel; never `-0` */
export function round(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
