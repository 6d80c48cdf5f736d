import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InternetLink } from './internet-links.ts';

/** Astro's own syntax has no parser for us, and these pages write their addresses out. */
const HREF = /\bhref="(https?:\/\/[^"]+)"/g;

/**
 * @param root the software's root, absolute
 * @returns the links to the internet of the site's own pages (« Préparer », « Vérification »…), by file and line
 */
export async function pageLinks(root: string): Promise<InternetLink[]> {
  const files = await Array.fromAsync(glob('src/{pages,layouts,components}/**/*.astro', { cwd: root }));
  const links: InternetLink[] = [];
  for (const file of files.map((path) => path.replaceAll('\\', '/')).sort()) {
    const lines = (await readFile(join(root, file), 'utf8')).split('\n');
    for (const [index, line] of lines.entries())
      for (const { 1: address = '', index: column } of line.matchAll(HREF))
        links.push({ address, position: { file, line: index + 1, column: column + 1 } });
  }
  return links;
}
