import { stringify } from 'yaml';
import type { ClusterSettings } from './types.ts';

/**
 * etcd does not wait for the disk: a cluster that lives for minutes has nothing to lose. The patch names no version of
 * kubeadm's API, so that kind applies it to whichever it uses; its arguments are a list, as of v1beta4.
 */
const FAST_ETCD = stringify({
  kind: 'ClusterConfiguration',
  etcd: { local: { extraArgs: [{ name: 'unsafe-no-fsync', value: 'true' }] } },
});

/**
 * A kubelet looks at each Pod again every 10 seconds, not every minute. Nothing turns out otherwise, but what is written
 * only at that visit (CrashLoopBackOff, a ConfigMap's new content in its volume) is there within seconds.
 */
const FREQUENT_VISITS = stringify({ kind: 'KubeletConfiguration', syncFrequency: '10s' });

/** @returns kind's configuration, YAML; no hostPort, so that clusters never meet */
export function kindConfig({ nodes }: Pick<ClusterSettings, 'nodes'>): string {
  const workers = Array.from({ length: nodes - 1 }, () => ({ role: 'worker' }));
  return stringify({
    kind: 'Cluster',
    apiVersion: 'kind.x-k8s.io/v1alpha4',
    nodes: [{ role: 'control-plane' }, ...workers],
    kubeadmConfigPatches: [FAST_ETCD, FREQUENT_VISITS],
  });
}
