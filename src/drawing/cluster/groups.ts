import { keyOf, type ObjectIdentity } from '../../cluster-map/object-key.ts';
import type { ClusterState, OwnerObject, PodObject, ServiceObject } from '../../cluster-map/types.ts';
import { kindWord } from './words.ts';

/** Pods that one object stands for, with the Services that lead to them. */
export interface Group {
  /** Unique in a state; empty for Pods that nobody owns. */
  readonly key: string;
  /** As its tool calls it. */
  readonly kind?: string;
  readonly name?: string;
  /** « 2/3 »: ready, wanted; nothing where the owner itself is gone. */
  readonly count?: string;
  readonly pods: readonly PodObject[];
  readonly services: readonly ServiceObject[];
}

/** @returns the name as a drawing shows it: with its namespace where that is not the lesson's own */
export function shownName({ namespace, name }: Omit<ObjectIdentity, 'kind'>): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

/**
 * Puts each Pod under whom it is owned by in the end: a ReplicaSet's Pods under their Deployment.
 * @returns Pods of nobody first, then the groups in the order of the state's owners; a ReplicaSet that a Deployment
 * made is no group
 */
export function groupsOf(state: ClusterState): Group[] {
  const owners = new Map(state.owners.map((owner) => [keyOf(owner), owner]));
  const groups = new Map<string, { owner?: Pick<OwnerObject, 'kind' | 'name' | 'namespace'>; pods: PodObject[] }>();
  groups.set('', { pods: [] });
  for (const owner of state.owners) {
    if (owner.owner === undefined) groups.set(keyOf(owner), { owner, pods: [] });
  }
  for (const pod of state.pods) {
    const owner = topOwner(pod, owners);
    const key = owner === undefined ? '' : keyOf(owner);
    const group = groups.get(key) ?? { ...(owner === undefined ? {} : { owner: owner as OwnerObject }), pods: [] };
    group.pods.push(pod);
    groups.set(key, group);
  }
  return [...groups]
    .filter(([key, { pods }]) => key !== '' || pods.length > 0)
    .map(([key, { owner, pods }]) => ({
      key,
      ...(owner === undefined ? {} : { kind: kindWord(owner.kind), name: shownName(owner) }),
      ...countOf(owners.get(key)),
      pods,
      services: state.services.filter((service) => pods.some((pod) => isBehind(pod, service))),
    }));
}

/** @returns whether the Service leads to that Pod */
export function isBehind(pod: PodObject, service: ServiceObject): boolean {
  return pod.namespace === service.namespace && service.pods.includes(pod.name);
}

function topOwner(
  { namespace, owner }: Pick<PodObject, 'namespace' | 'owner'>,
  owners: ReadonlyMap<string, OwnerObject>,
): ObjectIdentity | undefined {
  if (owner === undefined) return undefined;
  const named = { ...owner, namespace };
  const above = owners.get(keyOf(named));
  return above?.owner === undefined ? named : topOwner(above, owners);
}

function countOf(owner: OwnerObject | undefined): { count?: string } {
  return owner === undefined ? {} : { count: `${owner.ready}/${owner.wanted}` };
}
