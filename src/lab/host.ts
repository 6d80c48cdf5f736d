import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { removeTree } from '../machine/remove-tree.ts';
import type { Machine } from './types.ts';

/**
 * This very host as a machine, with an empty folder for the lesson and an empty HOME.
 * @param dir absolute, of the lesson's own; what an earlier lesson of that name left there goes
 * @param env what the lab adds to the environment
 */
export async function hostMachine(dir: string, env: Readonly<Record<string, string>> = {}): Promise<Machine> {
  const [work, home] = [join(dir, 'travail'), join(dir, 'maison')];
  for (const path of [work, home]) {
    await removeTree(path);
    await mkdir(path, { recursive: true });
  }
  return { name: 'host', command: [], work, home, env, local: true };
}
