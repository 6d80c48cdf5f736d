import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const IMPORT =
  /(?:^|\n)(?:import|export)\s(?!type\b)(?:[^'"]*?\bfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

/** Every package that a file needs when it is loaded, and what these files import in turn. */
async function packagesFrom(file: string, seen = new Map<string, string>()): Promise<Map<string, string>> {
  if (seen.has(file)) return seen;
  seen.set(file, '');
  const source = await readFile(file, 'utf8');
  for (const [, still, late] of source.matchAll(IMPORT)) {
    const name = still ?? late ?? '';
    if (name.startsWith('.')) await packagesFrom(join(dirname(file), name.replace(/\?.*$/, '')), seen);
    else if (!name.startsWith('node:') && !builtinModules.includes(name) && !name.includes(':'))
      seen.set(`npm:${/^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0]}`, file);
  }
  return seen;
}

test('`npm start` needs no package that only developers have: it installs without them', async () => {
  const { devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const needed = new Map<string, string>();
  for (const entry of ['scripts/start.ts', 'astro.config.mjs', 'src/verify/worker.ts'])
    for (const [name, file] of await packagesFrom(join(root, entry))) needed.set(name, file);
  expect(needed.has('npm:astro')).toBe(true);
  expect(
    Object.keys(devDependencies)
      .filter((name) => needed.has(`npm:${name}`))
      .map((name) => [name, needed.get(`npm:${name}`)]),
  ).toEqual([]);
});
