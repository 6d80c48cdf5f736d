import type { Exec } from '../../machine/exec.ts';
import { execWith } from '../../machine/exec.ts';
import { explain } from '../../machine/explain.ts';
import { kubectl } from './kubectl.ts';
import type { Run } from '../../ledger/ownership.ts';
import type { Cluster } from './types.ts';

export interface LeftoverOptions {
  /** Its processes are then found by the reaper. */
  readonly run?: Run;
  readonly exec?: Exec;
  readonly signal?: AbortSignal;
}

/** An object of the cluster, as far as it matters to say whose it is. */
interface ObjectRow {
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  /** Kind of the object that made it: who removes that one removes this one. */
  readonly owner: string | undefined;
  /** Namespace of the claim that a volume is bound to. */
  readonly claim: string | undefined;
}

/** What a cluster held at some time. */
export type Snapshot = ReadonlySet<string>;

/** Kinds that the cluster makes by itself, again and again, or that mirror another object. */
const NOISE =
  /^(events|componentstatuses|leases|endpoints|endpointslices|ipaddresses|apiservices|csinodes|controllerrevisions)(\.|$)/;

const COLUMNS = [
  'KIND:.kind',
  'NAMESPACE:.metadata.namespace',
  'NAME:.metadata.name',
  'OWNER:.metadata.ownerReferences[0].kind',
  'CLAIM:.spec.claimRef.namespace',
].join(',');

/** @throws ToolError when the server does not answer */
export async function snapshot(cluster: Cluster, options: LeftoverOptions = {}): Promise<Snapshot> {
  return new Set((await objectsOf(cluster, options)).map(titleOf));
}

/**
 * What a lesson left outside its namespace: objects that appeared since `before`, but for what goes with the namespace
 * (volumes bound to its claims) and what another object owns.
 * @returns `Kind/name`, or `Kind/name (namespace)`, sorted
 * @throws ToolError when the server does not answer
 */
export async function leftovers(
  cluster: Cluster,
  before: Snapshot,
  options: LeftoverOptions & { readonly namespace: string },
): Promise<string[]> {
  return leftIn(await objectsOf(cluster, options), before, options.namespace);
}

function leftIn(objects: readonly ObjectRow[], before: Snapshot, lesson: string): string[] {
  const fresh = objects.filter((object) => !before.has(titleOf(object)));
  const freshNamespaces = new Set(fresh.filter(({ kind }) => kind === 'Namespace').map(({ name }) => name));
  const left = fresh.filter(({ kind, namespace, name, owner, claim }) => {
    if (namespace === lesson || claim === lesson || owner !== undefined) return false;
    if (kind === 'Namespace') return name !== lesson;
    // It is enough to name a namespace of which all is new.
    return namespace === undefined || !freshNamespaces.has(namespace);
  });
  return left.map(titleOf).sort();
}

function titleOf({ kind, namespace, name }: ObjectRow): string {
  return namespace === undefined ? `${kind}/${name}` : `${kind}/${name} (${namespace})`;
}

async function objectsOf(cluster: Cluster, options: LeftoverOptions): Promise<ObjectRow[]> {
  const exec = options.exec ?? options.run?.exec ?? execWith(process.env);
  const ask = (...args: string[]) => kubectl(exec, cluster, { args, signal: options.signal });
  const failed = `Les objets de ${cluster.name} n’ont pas pu être lus.`;
  const resources = await ask('api-resources', '--verbs=list', '--output=name', '--cached=false');
  if (!resources.ok) throw explain(failed, resources);
  const kinds = resources.stdout.split('\n').filter((kind) => kind !== '' && !NOISE.test(kind));
  const list = await ask(
    'get',
    kinds.join(','),
    '--all-namespaces',
    '--no-headers',
    `--output=custom-columns=${COLUMNS}`,
  );
  if (!list.ok) throw explain(failed, list);
  return list.stdout.split('\n').filter(Boolean).map(rowOf);
}

function rowOf(line: string): ObjectRow {
  const [kind = '', namespace, name = '', owner, claim] = line
    .split(/\s+/)
    .map((cell) => (cell === '<none>' ? undefined : cell));
  return { kind, namespace, name, owner, claim };
}
