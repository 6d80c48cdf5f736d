import { distance } from 'fastest-levenshtein';
import type { Schemas } from './schemas.ts';

/**
 * Groups whose files configure a tool or a component: they look like objects, and no cluster takes them.
 * @see https://kubernetes.io/docs/reference/config-api/
 */
const CONFIGURATION =
  /^(kind\.x-k8s\.io|kustomize\.config\.k8s\.io|([\w-]+\.)?config\.k8s\.io|kubeadm\.k8s\.io|audit\.k8s\.io|client\.authentication\.k8s\.io|(k3d|skaffold|tilt|ctlptl)\.(io|dev))$/;

/** How far a misspelt group is from the right one: `network` for `networking`, `authorisation` for `authorization`. */
const MISSPELT = 3;

/** @returns whether a file of this group configures something, and is no object of a cluster */
export function isConfiguration(apiVersion: string): boolean {
  return CONFIGURATION.test(apiVersion.split('/')[0] ?? '');
}

/**
 * The API of Kubernetes that an author meant with a group that does not exist. Other groups are custom resources'.
 * @returns `networking.k8s.io/v1` for a `NetworkPolicy` of `network.k8s.io/v1`; nothing where it may well exist
 */
export function meantApi({ apiVersion, kind }: { apiVersion: string; kind: string }, { kinds }: Schemas) {
  const group = apiVersion.split('/')[0] ?? '';
  const owner = Object.keys(kinds).find((api) => Object.hasOwn(kinds[api] ?? {}, kind));
  if (owner !== undefined && group.endsWith('.k8s.io')) return owner;
  return Object.keys(kinds).find((api) => api.includes('.') && distance(group, api.split('/')[0] ?? '') <= MISSPELT);
}
