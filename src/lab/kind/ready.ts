import type { Exec } from '../../machine/exec.ts';
import { explain } from '../../machine/explain.ts';
import { kubectl } from './kubectl.ts';
import type { Cluster } from './types.ts';
import type { Progress } from '../../machine/progress.ts';

export interface ReadyOptions {
  readonly exec: Exec;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
  /** Seconds for each condition. */
  readonly timeout?: number;
}

interface Condition {
  readonly what: string;
  /** Arguments of kubectl, one command after the other. */
  readonly commands: readonly (readonly string[])[];
}

/** All that a lesson may count on from its first snippet. */
function conditionsOf(nodes: readonly string[]): Condition[] {
  const named = nodes.map((name) => `node/${name}`);
  const rollout = (target: string, namespace: string) => [['rollout', 'status', target, `--namespace=${namespace}`]];
  return [
    // A worker may join after kind has ended: `--all` would not see it.
    { what: 'nœuds', commands: ['create', 'condition=Ready'].map((goal) => ['wait', `--for=${goal}`, ...named]) },
    { what: 'réseau des Pods', commands: rollout('daemonset/kindnet', 'kube-system') },
    { what: 'réseau des Services', commands: rollout('daemonset/kube-proxy', 'kube-system') },
    { what: 'DNS', commands: rollout('deployment/coredns', 'kube-system') },
    { what: 'stockage', commands: rollout('deployment/local-path-provisioner', 'local-path-storage') },
    { what: 'classe de stockage', commands: [['wait', '--for=create', 'storageclass/standard']] },
    {
      what: 'compte de service',
      commands: [['wait', '--for=create', 'serviceaccount/default', '--namespace=default']],
    },
  ];
}

/**
 * Waits for nodes, network, DNS, storage and the default account. kind's own `--wait` exits 0 when it times out.
 * @returns the server's version, as `v1.37.0`
 * @throws ToolError when one is not there in time
 */
export async function waitUntilReady(
  cluster: Omit<Cluster, 'kubernetesVersion'>,
  options: ReadyOptions,
): Promise<string> {
  const { exec, progress, signal, timeout = 180 } = options;
  const conditions = conditionsOf(cluster.nodes);
  const waiting = new Set(conditions.map(({ what }) => what));
  const tell = () => waiting.size > 0 && progress?.(`cluster : ${[...waiting].join(', ')}`);
  // The first that fails ends the others.
  const end = new AbortController();
  const either = signal ? AbortSignal.any([signal, end.signal]) : end.signal;
  tell();
  try {
    await Promise.all(
      conditions.map(async ({ what, commands }) => {
        for (const args of commands) {
          const result = await kubectl(exec, cluster, { args: [...args, `--timeout=${timeout}s`], signal: either });
          if (!result.ok) throw explain(`Le cluster ${cluster.name} n’est pas prêt : ${what}.`, result);
        }
        waiting.delete(what);
        tell();
      }),
    );
  } finally {
    end.abort();
  }
  return serverVersion(cluster, { exec, signal });
}

/** @throws ToolError when the server does not answer */
export async function serverVersion(
  cluster: Pick<Cluster, 'kubeconfig' | 'name'>,
  { exec, signal }: { exec: Exec; signal?: AbortSignal | undefined },
): Promise<string> {
  const result = await kubectl(exec, cluster, { args: ['get', '--raw', '/version'], signal });
  if (!result.ok) throw explain(`Le cluster ${cluster.name} ne répond pas.`, result);
  return (JSON.parse(result.stdout) as { gitVersion: string }).gitVersion;
}
