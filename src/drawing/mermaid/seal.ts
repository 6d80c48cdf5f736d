import { createHash } from 'node:crypto';

const ATTRIBUTE = /(?<= data-empreinte=")[^"]*/;

/** @returns a drawing whose attribute speaks for the whole file: what it depends on, and what was drawn from that */
export function sealed(svg: string, fingerprint: string): string {
  return svg.replace(ATTRIBUTE, sealOf(svg, fingerprint));
}

/** @returns whether a file is, to its last byte, what was drawn from `fingerprint` */
export function isSealed(svg: string, fingerprint: string): boolean {
  return ATTRIBUTE.exec(svg)?.[0] === sealOf(svg, fingerprint);
}

function sealOf(svg: string, fingerprint: string): string {
  // Git on Windows may have given the file other ends of lines.
  const rest = svg.replace(ATTRIBUTE, '').replaceAll('\r\n', '\n');
  return createHash('sha256').update(`${fingerprint}\n${rest}`).digest('hex').slice(0, 16);
}
