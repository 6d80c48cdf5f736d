import type {
  ClaimObject,
  ClusterObject,
  NodeObject,
  ObjectName,
  Owner,
  OwnerObject,
  PodObject,
} from '../../../cluster-map/types.ts';

/** An object as the server gives it, as far as it is drawn. */
export interface RawObject {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly ownerReferences?: readonly (Owner & { readonly controller?: boolean })[];
  };
  readonly spec?: {
    readonly nodeName?: string;
    readonly unschedulable?: boolean;
    readonly containers?: readonly { readonly image?: string }[];
    readonly replicas?: number;
    readonly completions?: number;
  };
  readonly status?: {
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
    readonly phase?: string;
    readonly readyReplicas?: number;
    readonly desiredNumberScheduled?: number;
    readonly numberReady?: number;
    readonly succeeded?: number;
  };
  readonly endpoints?: readonly Endpoint[] | null;
}

interface Endpoint {
  readonly conditions?: { readonly ready?: boolean };
  readonly targetRef?: { readonly kind?: string; readonly name?: string };
}

/** Cells of the server's own table, by column: what `kubectl get` prints. */
export type Cells = Readonly<Record<string, unknown>>;

/** What an object needs to be named as its reader names it. */
export interface Naming {
  /** The lesson's. */
  readonly namespace: string;
  readonly node: (name: string) => string;
}

/** @returns what of an object tells it from others */
export function nameOf<K extends ClusterObject['kind']>(
  kind: K,
  { metadata: { name, namespace } }: RawObject,
  naming: Naming,
): ObjectName & { readonly kind: K } {
  const elsewhere = namespace !== undefined && namespace !== naming.namespace;
  return { kind, name: kind === 'Node' ? naming.node(name) : name, ...(elsewhere ? { namespace } : {}) };
}

export function nodeOf(raw: RawObject, naming: Naming): NodeObject {
  const leads = 'node-role.kubernetes.io/control-plane' in (raw.metadata.labels ?? {});
  return {
    ...nameOf('Node', raw, naming),
    ready: isTrue('Ready', raw),
    schedulable: raw.spec?.unschedulable !== true,
    ...(leads ? { role: 'control-plane' } : {}),
  };
}

/** @param cells of its row: the word for a Pod's state is put together by the server's printer, and is in no field */
export function podOf(raw: RawObject, naming: Naming, cells: Cells): PodObject {
  const { nodeName, containers } = raw.spec ?? {};
  const image = containers?.[0]?.image;
  return {
    ...nameOf('Pod', raw, naming),
    ...(nodeName === undefined ? {} : { node: naming.node(nodeName) }),
    ...ownerOf(raw),
    state: String(cells['Status'] ?? raw.status?.phase ?? ''),
    ready: isTrue('Ready', raw),
    // « 1 (2s ago) »
    restarts: Number.parseInt(String(cells['Restarts'] ?? 0), 10) || 0,
    ...(image === undefined ? {} : { tag: image }),
  };
}

export function ownerObjectOf(kind: Exclude<OwnerObject['kind'], 'SwarmService'>) {
  return (raw: RawObject, naming: Naming): OwnerObject => ({
    ...nameOf(kind, raw, naming),
    ...ownerOf(raw),
    ...COUNTS[kind](raw),
  });
}

const replicas = ({ spec, status }: RawObject) => ({ wanted: spec?.replicas ?? 1, ready: status?.readyReplicas ?? 0 });

const COUNTS: Readonly<
  Record<Exclude<OwnerObject['kind'], 'SwarmService'>, (raw: RawObject) => { wanted: number; ready: number }>
> = {
  Deployment: replicas,
  ReplicaSet: replicas,
  StatefulSet: replicas,
  DaemonSet: ({ status }) => ({ wanted: status?.desiredNumberScheduled ?? 0, ready: status?.numberReady ?? 0 }),
  Job: ({ spec, status }) => ({ wanted: spec?.completions ?? 1, ready: status?.succeeded ?? 0 }),
};

export function claimOf(raw: RawObject, naming: Naming): ClaimObject {
  return { ...nameOf('PersistentVolumeClaim', raw, naming), bound: raw.status?.phase === 'Bound' };
}

/** @returns names of the Pods that an EndpointSlice sends requests to */
export function readyPodsOf({ endpoints }: RawObject): string[] {
  return (endpoints ?? []).flatMap(({ conditions, targetRef }) =>
    conditions?.ready !== false && targetRef?.kind === 'Pod' && targetRef.name !== undefined ? [targetRef.name] : [],
  );
}

function ownerOf({ metadata: { ownerReferences = [] } }: RawObject): { owner?: Owner } {
  const reference = ownerReferences.find(({ controller }) => controller === true);
  return reference === undefined ? {} : { owner: { kind: reference.kind, name: reference.name } };
}

function isTrue(type: string, { status }: RawObject): boolean {
  return status?.conditions?.some((each) => each.type === type && each.status === 'True') === true;
}
