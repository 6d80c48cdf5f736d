import type { ClusterObject, Gone, ObjectName } from '../../../cluster-map/types.ts';
import { nameIn, Told } from '../../told.ts';
import {
  type Cells,
  claimOf,
  nameOf,
  type Naming,
  nodeOf,
  ownerObjectOf,
  podOf,
  type RawObject,
  readyPodsOf,
} from './drawn.ts';

/** A kind that is watched, and what is known of its objects. */
export interface WatchedKind {
  /** Of its list, in all namespaces. */
  readonly path: string;
  readonly accept: string;
  readonly isNamespaced: boolean;
  /** @param object as the server sent it with an event of that type */
  take(type: string, object: unknown): void;
  /** The connection is gone: what is there comes again. */
  lost(): void;
}

/** As kubectl asks for it: the server prints, and gives the object along. */
const AS_TABLE = 'application/json;as=Table;v=v1;g=meta.k8s.io';
const SERVICE_OF_SLICE = 'kubernetes.io/service-name';
const INITIAL_END = 'k8s.io/initial-events-end';

type Tell = (change: ClusterObject | Gone) => void;

/** What is drawn of a cluster: takes what the server says of it, tells each change once. */
export class Drawn {
  readonly kinds: readonly WatchedKind[];
  /** Resolves when all kinds were told whole for the first time. */
  readonly complete: Promise<void>;
  readonly #told: Told;
  readonly #naming: Naming;
  readonly #services = new Map<string, ObjectName & { kind: 'Service' }>();
  readonly #slices = new Map<string, { readonly service: string; readonly pods: readonly string[] }>();
  readonly #incomplete: Set<string>;
  #missed = false;
  #completed: () => void = () => undefined;

  constructor(naming: Naming, tell: Tell) {
    this.#naming = naming;
    this.#told = new Told(tell);
    this.complete = new Promise((resolve) => (this.#completed = resolve));
    const drawn = (make: (raw: RawObject, naming: Naming, cells: Cells) => ClusterObject) => ({
      there: (raw: RawObject, cells: Cells) => this.#told.take(make(raw, naming, cells)),
      gone: (raw: RawObject) => this.#told.take({ ...nameIn(make(raw, naming, {})), gone: true }),
    });
    const apps = (plural: string) => `/apis/apps/v1/${plural}`;
    this.kinds = [
      this.#kind('/api/v1/nodes', drawn(nodeOf), { isNamespaced: false }),
      this.#kind('/api/v1/pods', drawn(podOf), { accept: AS_TABLE }),
      this.#kind(apps('deployments'), drawn(ownerObjectOf('Deployment'))),
      this.#kind(apps('replicasets'), drawn(ownerObjectOf('ReplicaSet'))),
      this.#kind(apps('statefulsets'), drawn(ownerObjectOf('StatefulSet'))),
      this.#kind(apps('daemonsets'), drawn(ownerObjectOf('DaemonSet'))),
      this.#kind('/apis/batch/v1/jobs', drawn(ownerObjectOf('Job'))),
      this.#kind('/api/v1/persistentvolumeclaims', drawn(claimOf)),
      this.#kind('/api/v1/services', this.#serviceTakers()),
      this.#kind('/apis/discovery.k8s.io/v1/endpointslices', this.#sliceTakers()),
    ];
    this.#incomplete = new Set(this.kinds.map(({ path }) => path));
  }

  /** All that happened was told, up to now. What is there after a gap says nothing of what came and went in it. */
  get sawAll(): boolean {
    return this.#incomplete.size === 0 && !this.#missed;
  }

  #kind(path: string, takers: Takers, { accept = 'application/json', isNamespaced = true } = {}): WatchedKind {
    return new Watched({ path, accept, isNamespaced }, takers, (complete) => {
      if (complete) this.#incomplete.delete(path);
      else this.#incomplete.add(path);
      this.#missed ||= !complete;
      if (this.#incomplete.size === 0) this.#completed();
    });
  }

  #serviceTakers(): Takers {
    return {
      there: (raw) => {
        const service = nameOf('Service', raw, this.#naming);
        this.#services.set(pathOf(raw), service);
        this.#tellService(pathOf(raw));
      },
      gone: (raw) => {
        this.#services.delete(pathOf(raw));
        this.#told.take({ ...nameOf('Service', raw, this.#naming), gone: true });
      },
    };
  }

  #sliceTakers(): Takers {
    const serviceOf = (raw: RawObject) =>
      `${raw.metadata.namespace ?? ''}/${raw.metadata.labels?.[SERVICE_OF_SLICE] ?? ''}`;
    return {
      there: (raw) => {
        const service = serviceOf(raw);
        this.#slices.set(pathOf(raw), { service, pods: readyPodsOf(raw) });
        this.#tellService(service);
      },
      gone: (raw) => {
        this.#slices.delete(pathOf(raw));
        this.#tellService(serviceOf(raw));
      },
    };
  }

  /** A Service has several slices: one for IPv4 and one for IPv6, one for each hundred Pods. */
  #tellService(path: string): void {
    const service = this.#services.get(path);
    if (service === undefined) return;
    const pods = [...this.#slices.values()].filter((slice) => slice.service === path).flatMap((slice) => slice.pods);
    this.#told.take({ ...service, pods: [...new Set(pods)].toSorted() });
  }
}

interface Takers {
  readonly there: (raw: RawObject, cells: Cells) => void;
  readonly gone: (raw: RawObject) => void;
}

interface Table {
  readonly kind: 'Table';
  readonly columnDefinitions?: readonly { readonly name: string }[];
  readonly rows: readonly [{ readonly cells: readonly unknown[]; readonly object: RawObject }];
}

/** The events of one watch, and of those that follow it when it broke off. */
class Watched implements WatchedKind {
  readonly path: string;
  readonly accept: string;
  readonly isNamespaced: boolean;
  readonly #takers: Takers;
  readonly #become: (complete: boolean) => void;
  /** What is there, by namespace and name. */
  readonly #known = new Map<string, RawObject>();
  /** What came since the watch began, until it has told all that is there. */
  #seen: Set<string> | undefined = new Set();
  /** Only a watch's first table names them. */
  #columns: readonly string[] = [];

  constructor(
    { path, accept, isNamespaced }: Pick<WatchedKind, 'path' | 'accept' | 'isNamespaced'>,
    takers: Takers,
    become: (complete: boolean) => void,
  ) {
    this.path = path;
    this.accept = accept;
    this.isNamespaced = isNamespaced;
    this.#takers = takers;
    this.#become = become;
  }

  take(type: string, object: unknown): void {
    const { raw, cells } = this.#read(object as RawObject | Table);
    if (type === 'BOOKMARK') {
      if (raw.metadata.annotations?.[INITIAL_END] === 'true') this.#toldAll();
    } else if (type === 'DELETED') {
      this.#known.delete(pathOf(raw));
      this.#takers.gone(raw);
    } else {
      this.#known.set(pathOf(raw), raw);
      this.#seen?.add(pathOf(raw));
      this.#takers.there(raw, cells);
    }
  }

  lost(): void {
    this.#seen = new Set();
    this.#become(false);
  }

  /** What went while nobody looked is not told by any event. */
  #toldAll(): void {
    const seen = this.#seen;
    this.#seen = undefined;
    for (const [path, raw] of this.#known) {
      if (seen === undefined || seen.has(path)) continue;
      this.#known.delete(path);
      this.#takers.gone(raw);
    }
    this.#become(true);
  }

  #read(object: RawObject | Table): { raw: RawObject; cells: Cells } {
    if (!('rows' in object)) return { raw: object, cells: {} };
    const [{ cells, object: raw }] = object.rows;
    const columns = object.columnDefinitions?.map(({ name }) => name) ?? [];
    if (columns.length > 0) this.#columns = columns;
    return { raw, cells: Object.fromEntries(this.#columns.map((name, index) => [name, cells[index]])) };
  }
}

function pathOf({ metadata: { namespace = '', name } }: RawObject): string {
  return `${namespace}/${name}`;
}
