import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { closure, importsOf } from '../../src/site/module-imports.ts';

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
  const modules = await closure(linked, async (path) => (path.endsWith('.js') ? importsOf(folder, path) : []));
  let bytes = 0;
  for (const path of [file, ...modules]) bytes += gzipSync(await readFile(join(folder, path)), { level: 6 }).length;
  return bytes;
}
