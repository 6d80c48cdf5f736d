import { crc32, inflateSync } from 'node:zlib';
import type { PictureSize } from './picture-size.ts';

/** Source of the layout: W3C, Portable Network Graphics, third edition. */
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** Chunks that no pixel depends on: texts, dates, the size on paper. */
const ASIDE = new Set(['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf', 'pHYs']);

/** Bytes that a picture may take unpacked: what is small in a repository must not fill the memory. */
const MAX_UNPACKED = 200_000_000;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** @returns the size that a whole PNG says it has */
export function pngSize(content: Buffer): PictureSize | undefined {
  const header = chunksOf(content)?.[0];
  if (header === undefined) return undefined;
  return { width: header.data.readUInt32BE(0), height: header.data.readUInt32BE(4) };
}

/**
 * @returns all that decides what a PNG shows: its scanlines unpacked, and the chunks that say how to read them; nothing
 * where it is not a whole PNG
 */
export function pixelsOf(content: Buffer): Buffer | undefined {
  const chunks = chunksOf(content);
  if (chunks === undefined) return undefined;
  const packed = Buffer.concat(chunks.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : [])));
  try {
    const scanlines = inflateSync(packed, { maxOutputLength: MAX_UNPACKED });
    const others = chunks.filter(({ type }) => type !== 'IDAT' && !ASIDE.has(type));
    return Buffer.concat([...others.flatMap(({ type, data }) => [Buffer.from(type), data]), scanlines]);
  } catch {
    return undefined;
  }
}

/** @returns the chunks of a whole PNG, from its header to its end, each with the checksum that it says */
function chunksOf(content: Buffer): Chunk[] | undefined {
  if (!content.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return undefined;
  const chunks: Chunk[] = [];
  let at = SIGNATURE.length;
  while (at + 12 <= content.length) {
    const length = content.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > content.length || crc32(content.subarray(at + 4, end)) !== content.readUInt32BE(end)) {
      return undefined;
    }
    chunks.push({ type: content.toString('latin1', at + 4, at + 8), data: content.subarray(at + 8, end) });
    at = end + 4;
  }
  const whole = at === content.length && chunks[0]?.type === 'IHDR' && chunks[0].data.length === 13;
  return whole && chunks.at(-1)?.type === 'IEND' ? chunks : undefined;
}
