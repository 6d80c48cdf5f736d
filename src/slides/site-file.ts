import { stat } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'text/xml',
  '.woff2': 'font/woff2',
};

/** @returns the media type that a file of the built site is served with */
export function contentType(path: string): string {
  return TYPES[extname(path)] ?? 'application/octet-stream';
}

/**
 * @param pathname of a request, as it was sent, behind the site's base path
 * @param folder of the built site
 * @returns the file's path within the folder, whether it is there or not; nothing of what is outside, or hidden
 */
export async function sitePath(pathname: string, folder: string): Promise<string | undefined> {
  const decoded = decoding(pathname);
  if (decoded === undefined || /[\0\\]/.test(decoded)) return undefined;
  const parts = decoded.split('/').filter((part) => part !== '');
  if (parts.some((part) => part.startsWith('.'))) return undefined;
  return relative(folder, await fileOf(join(folder, ...parts)));
}

function decoding(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

/** A folder's is its `index.html`. */
async function fileOf(path: string): Promise<string> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? join(path, 'index.html') : path;
}
