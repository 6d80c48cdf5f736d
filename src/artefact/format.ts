import { jpegSize } from './jpeg.ts';
import type { PictureSize } from './picture-size.ts';
import { pixelsOf, pngSize } from './png.ts';
import { svgSize } from './svg.ts';

/** What a file that a snippet keeps may be: what a browser shows by itself, and what stays small in a repository. */
export type ArtefactFormat = 'png' | 'jpeg' | 'svg' | 'text';

/** The closed list, by extension. */
const FORMATS: Readonly<Record<string, ArtefactFormat>> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  svg: 'svg',
  txt: 'text',
};

/** Extensions that `artefact=` accepts. */
export const ARTEFACT_EXTENSIONS: readonly string[] = Object.keys(FORMATS);

/** Bytes that a file may have: it is committed with each new proof. */
export const ARTEFACT_BYTES = 300_000;

/** @returns what a file of that name says that it is; nothing for a name that no snippet may keep */
export function formatOf(name: string): ArtefactFormat | undefined {
  const extension = /\.([a-z]+)$/.exec(name)?.[1] ?? '';
  return Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
}

const MEDIA_TYPES: Readonly<Record<ArtefactFormat, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
  text: 'text/plain; charset=utf-8',
};

/** @returns the media type by which a server names such a file */
export function mediaTypeOf(name: string): string {
  return MEDIA_TYPES[formatOf(name) ?? 'text'];
}

/** @returns why the file cannot be kept, a sentence in French without its end; nothing where it can */
export function faultOf(name: string, content: Buffer): string | undefined {
  if (content.length === 0) return 'il est vide';
  if (content.length > ARTEFACT_BYTES) return 'il dépasse 300 ko';
  const format = formatOf(name);
  if (format === 'text') return textOf(content) === undefined ? 'ce n’est pas du texte en UTF-8' : undefined;
  if (pictureSize(name, content) !== undefined) return undefined;
  const begin = textOf(content.subarray(0, 400))?.trim().split('\n', 1)[0]?.slice(0, 80);
  const found = begin === undefined || begin === '' ? '' : ` ; il commence par « ${begin} »`;
  return `ce n’est pas une image ${(format ?? '').toUpperCase()} entière${found}`;
}

/** @returns how large a picture is; nothing for a text, or for what is not the whole picture that its name says */
export function pictureSize(name: string, content: Buffer): PictureSize | undefined {
  switch (formatOf(name)) {
    case 'png':
      return pixelsOf(content) === undefined ? undefined : pngSize(content);
    case 'jpeg':
      return jpegSize(content);
    case 'svg':
      return svgSize(textOf(content) ?? '');
    default:
      return undefined;
  }
}

/**
 * @returns whether both files show the same: a PNG's pixels count, neither how they were packed nor the dates beside
 * them; for all others, every byte
 */
export function showsSame(name: string, one: Buffer, other: Buffer): boolean {
  if (one.equals(other)) return true;
  if (formatOf(name) !== 'png') return false;
  const [a, b] = [pixelsOf(one), pixelsOf(other)];
  return a !== undefined && b !== undefined && a.equals(b);
}

/** @returns the text of a file in UTF-8; nothing for any other */
export function textOf(content: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
