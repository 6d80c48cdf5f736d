import type { PictureSize } from './picture-size.ts';

/** Start-of-frame markers, which hold the size: C0 to CF without C4, C8 and CC. Source: ITU-T T.81, table B.1. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

/** @returns the size of a whole JPEG; nothing where the bytes are none */
export function jpegSize(content: Buffer): PictureSize | undefined {
  if (content.length < 4 || content.readUInt16BE(0) !== 0xffd8) return undefined;
  if (content.readUInt16BE(content.length - 2) !== 0xffd9) return undefined;
  let at = 2;
  while (at + 9 <= content.length && content[at] === 0xff) {
    const marker = content[at + 1] ?? 0;
    if (FRAMES.has(marker)) return { height: content.readUInt16BE(at + 5), width: content.readUInt16BE(at + 7) };
    at += 2 + content.readUInt16BE(at + 2);
  }
  return undefined;
}
