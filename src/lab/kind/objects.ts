import { createHash } from 'node:crypto';
import type { Exec } from '../../machine/exec.ts';
import { explain } from '../../machine/explain.ts';
import { kubectl } from './kubectl.ts';
import type { Cluster } from './types.ts';

/** An object of the cluster, as far as it matters to say whose it is and whether it was touched. */
export interface ClusterObject {
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  /** Kind of the object that made it: who removes that one removes this one. */
  readonly owner: string | undefined;
  /** Namespace of the claim that a volume is bound to. */
  readonly claim: string | undefined;
  readonly finalizers: readonly string[];
  /** Of all that its author decides: labels, annotations, spec, data; not status, versions and times. */
  readonly fingerprint: string;
}

/** Kinds that the cluster makes by itself, again and again, or that mirror another object. */
const NOISE =
  /^(events|componentstatuses|leases|endpoints|endpointslices|ipaddresses|csinodes|controllerrevisions)(\.|$)|metrics\.k8s\.io$/;

/** What Kubernetes and kind make and take away themselves while a lesson runs. */
const OWN_BUSINESS: readonly ((object: RawObject) => boolean)[] = [
  // Mirrors of the versions of a CustomResourceDefinition.
  ({ kind, metadata }) =>
    kind === 'APIService' && 'kube-aggregator.kubernetes.io/automanaged' in (metadata.labels ?? {}),
  // Bootstrap tokens, and what is signed with them, expire.
  ({ kind, metadata }) => kind === 'Secret' && /^(bootstrap-token-|kubeadm-certs)/.test(metadata.name),
  ({ kind, metadata }) =>
    kind === 'ConfigMap' && metadata.name === 'cluster-info' && metadata.namespace === 'kube-public',
  // A kubelet's requests for certificates are collected after an hour.
  ({ kind, metadata }) => kind === 'CertificateSigningRequest' && /^csr-\w{5}$/.test(metadata.name),
  // The local-path provisioner's short-lived helpers.
  ({ kind, metadata }) =>
    kind === 'Pod' && metadata.namespace === 'local-path-storage' && metadata.name.startsWith('helper-pod-'),
];

interface RawObject {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly finalizers?: readonly string[];
    readonly ownerReferences?: readonly { readonly kind: string }[];
    readonly [field: string]: unknown;
  };
  readonly spec?: { readonly claimRef?: { readonly namespace?: string } };
  readonly [field: string]: unknown;
}

/** @throws ToolError when the server does not answer */
export async function objectsOf(cluster: Cluster, exec: Exec): Promise<ClusterObject[]> {
  const ask = (...args: string[]) => kubectl(exec, cluster, { args });
  const failed = `Les objets de ${cluster.name} n’ont pas pu être lus.`;
  // One group that does not answer (an APIService without its server) makes it fail, with all the others listed.
  const resources = await ask('api-resources', '--verbs=list', '--output=name', '--cached=false');
  if (resources.stdout === '') throw explain(failed, resources);
  const kinds = resources.stdout.split('\n').filter((kind) => kind !== '' && !NOISE.test(kind));
  const list = await ask('get', kinds.join(','), '--all-namespaces', '--output=json');
  if (!list.ok) throw explain(failed, list);
  const { items } = JSON.parse(list.stdout) as { items: RawObject[] };
  return items.filter((item) => !OWN_BUSINESS.some((is) => is(item))).map(objectOf);
}

function objectOf(raw: RawObject): ClusterObject {
  const { kind, metadata } = raw;
  return {
    kind,
    namespace: metadata.namespace,
    name: metadata.name,
    owner: metadata.ownerReferences?.[0]?.kind,
    claim: raw.spec?.claimRef?.namespace,
    finalizers: metadata.finalizers ?? [],
    fingerprint: fingerprintOf(raw),
  };
}

function fingerprintOf({ metadata, status: _, ...rest }: RawObject): string {
  const { labels, annotations } = metadata;
  // Key order is the server's, which is sorted.
  return createHash('sha256').update(JSON.stringify({ labels, annotations, rest })).digest('hex');
}

/** @returns `Kind/name`, or `Kind/name (namespace)` */
export function titleOf({ kind, namespace, name }: Pick<ClusterObject, 'kind' | 'namespace' | 'name'>): string {
  return namespace === undefined ? `${kind}/${name}` : `${kind}/${name} (${namespace})`;
}
