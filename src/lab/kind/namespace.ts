import type { Exec } from '../../machine/exec.ts';
import { execWith } from '../../machine/exec.ts';
import { explain } from '../../machine/explain.ts';
import { kubectl } from './kubectl.ts';
import type { Run } from '../../ledger/ownership.ts';
import type { Cluster } from './types.ts';

export interface NamespaceOptions {
  /** Its processes are then found by the reaper. */
  readonly run?: Run;
  readonly exec?: Exec;
  readonly signal?: AbortSignal;
}

/**
 * Gives a lesson its empty namespace. An older one of that name is removed.
 * @throws ToolError when the server refuses
 */
export async function createNamespace(cluster: Cluster, name: string, options: NamespaceOptions = {}): Promise<void> {
  const ask = asker(cluster, options);
  const failed = `Le namespace ${name} n’a pas pu être créé sur ${cluster.name}.`;
  const first = await ask('create', 'namespace', name);
  if (!first.ok) {
    if (!first.output.includes('AlreadyExists')) throw explain(failed, first);
    await deleteNamespace(cluster, name, options);
    const second = await ask('create', 'namespace', name);
    if (!second.ok) throw explain(failed, second);
  }
  // A Pod made before its account is refused.
  const account = await ask('wait', '--for=create', 'serviceaccount/default', `--namespace=${name}`, '--timeout=60s');
  if (!account.ok) throw explain(failed, account);
}

/**
 * Removes the namespace with all that is in it; does nothing when there is none. Pods get one second of grace: nobody
 * reads their last words.
 * @param options.wait false: only ask for it (default true: until it is gone, 120 s at most)
 * @throws ToolError when it does not go
 */
export async function deleteNamespace(
  cluster: Cluster,
  name: string,
  options: NamespaceOptions & { readonly wait?: boolean } = {},
): Promise<void> {
  const ask = asker(cluster, options);
  const steps = [
    ['delete', 'namespace', name, '--ignore-not-found', '--wait=false'],
    ['delete', 'pods', '--all', `--namespace=${name}`, '--grace-period=1', '--wait=false'],
    ...(options.wait === false ? [] : [['wait', '--for=delete', `namespace/${name}`, '--timeout=120s']]),
  ];
  for (const args of steps) {
    const result = await ask(...args);
    if (!result.ok) throw explain(`Le namespace ${name} n’a pas pu être supprimé de ${cluster.name}.`, result);
  }
}

function asker(cluster: Cluster, options: NamespaceOptions) {
  const exec = options.exec ?? options.run?.exec ?? execWith(process.env);
  return (...args: string[]) => kubectl(exec, cluster, { args, signal: options.signal });
}
