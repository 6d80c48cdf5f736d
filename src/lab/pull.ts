import { setTimeout as sleep } from 'node:timers/promises';
import type { Exec } from '../machine/exec.ts';
import { explain } from '../machine/explain.ts';

const ATTEMPTS = 3;

/**
 * Has a machine pull an image, patiently: a registry that is overloaded answers a moment later.
 * @param options `command`: program and words that pull it; `where`: the machine as a message names it
 * @throws ToolError when it cannot be pulled: the environment's failure, not a lesson's
 */
export async function pullImage(
  image: string,
  options: {
    readonly command: readonly [string, ...string[]];
    readonly where: string;
    readonly exec: Exec;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<void> {
  const { command, where, exec, signal } = options;
  const [program, ...words] = command;
  for (let attempt = 1; ; attempt++) {
    const result = await exec(program, words, { signal });
    if (result.ok) return;
    if (attempt < ATTEMPTS && !/not found|unauthorized|denied/i.test(result.output)) {
      await sleep(2_000 * attempt, undefined, signal && { signal });
      continue;
    }
    const fix = `Essayez « docker pull ${image} » ; si l’image n’existe pas, corrigez content/images.yaml.`;
    throw explain(`L’image ${image} n’a pas pu être tirée sur ${where}.`, result, fix);
  }
}
