import { strToU8, zipSync } from 'fflate';
import type { Download } from './downloads.ts';

/** The earliest day that a zip file can tell: the time of the build would make two builds of one course differ. */
const MODIFIED = new Date(1980, 0, 1);

/**
 * Packs a lesson's files, so that a student has them all at once.
 * @param slug the lesson's, which names the folder inside
 * @param downloads its files; one that a lesson changes later is there once more, in a folder that names the snippet
 * @returns a zip file, byte for byte the same for the same files
 */
export function archiveOf(
  slug: string,
  downloads: Iterable<Pick<Download, 'file' | 'content'>>,
): Uint8Array<ArrayBuffer> {
  const entries = [...downloads].map(({ file, content }) => [`${slug}/${file}`, strToU8(content)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: MODIFIED });
}
