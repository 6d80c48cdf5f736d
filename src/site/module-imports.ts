import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * @param folder the built site
 * @param path of a built module in it
 * @returns the paths of the modules that it imports at once, as a bundler writes them
 */
export async function importsOf(folder: string, path: string): Promise<string[]> {
  const code = await readFile(join(folder, path), 'utf8');
  const found = code.matchAll(/(?:^|[;}\s])import(?:[^"'()]*from)?["'](\.[^"']+)["']/g);
  return [...found].map(([, imported = '']) => join(dirname(path), imported));
}

/** @returns the modules with all that they import, at any depth, in the order in which they are met */
export async function closure(paths: readonly string[], read: (path: string) => Promise<string[]>): Promise<string[]> {
  const all = new Set<string>();
  const add = async (path: string): Promise<void> => {
    if (all.has(path)) return;
    all.add(path);
    for (const imported of await read(path)) await add(imported);
  };
  for (const path of paths) await add(path);
  return [...all];
}
