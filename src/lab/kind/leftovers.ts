import { type ClusterObject, titleOf } from './objects.ts';

/** What a lesson did outside its own namespace; titles of objects, sorted. */
export interface Differences {
  readonly left: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/**
 * Compares a shared cluster before and after a lesson. What goes with a namespace of lessons (volumes bound to its
 * claims) and what another object owns is not the lesson's doing.
 * @param lessons namespaces of the lessons that run or ran on the cluster
 */
export function differencesOf(
  before: readonly ClusterObject[],
  after: readonly ClusterObject[],
  lessons: ReadonlySet<string>,
): Differences {
  const counts = (object: ClusterObject): boolean => !belongsTo(object, lessons);
  const [old, now] = [before, after].map(
    (objects) => new Map(objects.filter(counts).map((each) => [titleOf(each), each])),
  );
  const appeared = [...(now ?? [])].filter(([title]) => !old?.has(title));
  const newNamespaces = new Set(appeared.filter(([, { kind }]) => kind === 'Namespace').map(([, { name }]) => name));
  return {
    // It is enough to name a namespace of which all is new.
    left: titles(appeared.filter(([, { namespace = '' }]) => !newNamespaces.has(namespace))),
    removed: titles([...(old ?? [])].filter(([title]) => !now?.has(title))),
    changed: titles(
      [...(now ?? [])].filter(
        ([title, { fingerprint }]) => (old?.get(title)?.fingerprint ?? fingerprint) !== fingerprint,
      ),
    ),
  };
}

function belongsTo({ kind, namespace, name, owner, claim }: ClusterObject, lessons: ReadonlySet<string>): boolean {
  if (owner !== undefined || lessons.has(namespace ?? '') || lessons.has(claim ?? '')) return true;
  return kind === 'Namespace' && lessons.has(name);
}

function titles(entries: readonly (readonly [string, unknown])[]): string[] {
  return entries.map(([title]) => title).sort();
}

/** Finalizers whose controllers are part of Kubernetes: they go by themselves. */
const KNOWN_FINALIZERS = /^(kubernetes|foregroundDeletion|orphan|(.*\.)?kubernetes\.io\/.*|external-provisioner\..*)$/;

/** @returns objects of the namespace that nobody's controller will let go, with the finalizer that holds them */
export function stuckIn(namespace: string, objects: readonly ClusterObject[]): { title: string; finalizer: string }[] {
  return objects
    .filter((object) => object.namespace === namespace)
    .flatMap((object) => {
      const finalizer = object.finalizers.find((each) => !KNOWN_FINALIZERS.test(each));
      return finalizer === undefined ? [] : [{ title: `${object.kind}/${object.name}`, finalizer }];
    });
}
