import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * What comes over the wire before a page can be read and used: its HTML, its stylesheets, its scripts and what these
 * import at once.
 * @param folder the built site, at the root of its host
 * @param file an HTML file in it
 * @returns bytes, each file compressed as a server does (gzip, level 6)
 */
export async function firstView(folder: string, file: string): Promise<number> {
  const html = await readFile(join(folder, file), 'utf8');
  const linked = [...html.matchAll(/<(?:link rel="stylesheet"[^>]* href|script[^>]* src)="\/([^"]+)"/g)].map(
    ([, path = '']) => path,
  );
  const files = new Set([file]);
  for (const path of linked) await addWithImports(folder, path, files);
  let bytes = 0;
  for (const path of files) bytes += gzipSync(await readFile(join(folder, path)), { level: 6 }).length;
  return bytes;
}

async function addWithImports(folder: string, path: string, files: Set<string>): Promise<void> {
  if (files.has(path)) return;
  files.add(path);
  if (!path.endsWith('.js')) return;
  const code = await readFile(join(folder, path), 'utf8');
  for (const [, imported = ''] of code.matchAll(/(?:^|[;}\s])import(?:[^"'()]*from)?["'](\.[^"']+)["']/g)) {
    await addWithImports(folder, join(dirname(path), imported), files);
  }
}
