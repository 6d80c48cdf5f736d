import { setTimeout as sleep } from 'node:timers/promises';
import type { Exec } from './exec.ts';
import { explain } from './explain.ts';

export interface Container {
  readonly id: string;
  readonly name: string;
  /** Its kind cluster, or empty. */
  readonly cluster: string;
  readonly running: boolean;
}

const FORMAT = '{{.ID}}\t{{.Names}}\t{{.Label "io.x-k8s.kind.cluster"}}\t{{.State}}';

/** @throws ToolError when Docker does not answer */
export async function listContainers(exec: Exec, options: { signal?: AbortSignal } = {}): Promise<Container[]> {
  const result = await exec('docker', ['ps', '--all', '--no-trunc', '--format', FORMAT], options);
  if (!result.ok) throw explain('La liste des conteneurs n’a pas pu être lue.', result);
  return result.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [id = '', name = '', cluster = '', state = ''] = line.split('\t');
      return { id, name, cluster, running: state === 'running' };
    });
}

/**
 * Removes the containers that `chosen` picks, with their anonymous volumes, and looks again until there are none: a
 * client that was just killed may have asked the engine for one more. This is all that `kind delete cluster` does
 * besides editing a kubeconfig, and it needs no kind.
 * @param options.settle milliseconds to wait before the last look, where a client was killed at work
 * @returns the names of what was removed
 * @throws ToolError when Docker does not answer or keeps one
 */
export async function removeContainers(
  exec: Exec,
  chosen: (container: Container) => boolean,
  { settle = 0 }: { readonly settle?: number } = {},
): Promise<string[]> {
  const removed = new Set<string>();
  for (let round = 0, settled = settle === 0; ; round++) {
    const targets = (await listContainers(exec)).filter(chosen);
    if (targets.length === 0) {
      if (settled) return [...removed];
      settled = true;
      await sleep(settle);
      continue;
    }
    const result = await exec('docker', ['rm', '--force', '--volumes', ...targets.map(({ id }) => id)]);
    for (const { name } of targets) removed.add(name);
    if (result.ok) continue;
    if (round >= 4) throw explain(`Des conteneurs n’ont pas pu être supprimés : ${[...removed].join(', ')}.`, result);
    // Another removal of the same container may be under way.
    await sleep(500);
  }
}
