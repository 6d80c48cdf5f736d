import type { PictureSize } from './picture-size.ts';

/** What may stand before the root of an XML document. */
const PROLOGUE = /^\uFEFF?(?:\s|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^>]*>)*/;

/** What a browser takes where nothing is said. Source: CSS Images 3, default object size. */
const DEFAULT: PictureSize = { width: 300, height: 150 };

/** @returns the size of a drawing that an `<img>` shows; nothing where the text is none */
export function svgSize(text: string): PictureSize | undefined {
  const root = /^<svg\b[^>]*>/.exec(text.replace(PROLOGUE, ''))?.[0];
  // Without its namespace a browser shows nothing.
  if (root === undefined || !/\sxmlns="http:\/\/www\.w3\.org\/2000\/svg"/.test(root)) return undefined;
  if (!/<\/svg\s*>\s*$/.test(text)) return undefined;
  const [width, height] = [lengthOf(root, 'width'), lengthOf(root, 'height')];
  if (width !== undefined && height !== undefined) return { width, height };
  const box = /\sviewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"/.exec(root);
  return box === null ? DEFAULT : { width: Math.round(Number(box[1])), height: Math.round(Number(box[2])) };
}

function lengthOf(root: string, name: string): number | undefined {
  const found = new RegExp(String.raw`\s${name}="([\d.]+)(?:px)?"`).exec(root)?.[1];
  return found === undefined ? undefined : Math.round(Number(found));
}
