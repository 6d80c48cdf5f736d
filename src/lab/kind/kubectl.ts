import { dirname, join } from 'node:path';
import type { Exec, ExecOptions, ExecResult } from '../../machine/exec.ts';
import type { Cluster } from './types.ts';

/** Runs kubectl on that cluster; its discovery cache lies beside the kubeconfig, not in the user's home. */
export function kubectl(
  exec: Exec,
  cluster: Pick<Cluster, 'kubeconfig'>,
  { args, ...options }: ExecOptions & { readonly args: readonly string[] },
): Promise<ExecResult> {
  const env = { KUBECONFIG: cluster.kubeconfig, KUBECACHEDIR: join(dirname(cluster.kubeconfig), 'cache') };
  return exec('kubectl', args, { ...options, env: { ...env, ...options.env } });
}
