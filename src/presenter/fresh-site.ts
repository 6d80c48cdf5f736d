import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { buildSite } from '../slides/built-site.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
/** What the site is made from, besides the course. */
const SOURCES = ['src', 'public', 'astro.config.mjs', 'package-lock.json'].map((each) => join(PROJECT, each));

/**
 * Builds the site where something that it is made from is newer.
 * @param root the folder that holds `content/`
 * @returns its folder, absolute
 * @throws what the build printed, when it fails
 */
export async function freshSite(root: string, say: (line: string) => void): Promise<string> {
  const folder = join(root, 'dist');
  if (!(await isFresh(folder, [join(root, 'content'), ...SOURCES]))) {
    say('Construction du site…');
    await buildSite(root, folder);
  }
  return folder;
}

async function isFresh(folder: string, sources: readonly string[]): Promise<boolean> {
  const index = join(folder, 'index.html');
  const html = await readFile(index, 'utf8').catch(() => '');
  // One that was built for another address has its files elsewhere.
  if (!/<link rel="icon" href="?\/favicon\.svg/.test(html)) return false;
  const { mtimeMs } = await stat(index);
  const newest = await Promise.all(sources.map((source) => newestIn(source)));
  return newest.every((time) => time < mtimeMs);
}

/** The bridge's own code is not in the site. */
async function newestIn(path: string): Promise<number> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries.filter(({ parentPath }) => !parentPath.startsWith(import.meta.dirname));
  const times = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).mtimeMs),
  );
  return Math.max(mtimeMs, ...times);
}
