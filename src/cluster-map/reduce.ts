import { keyOf } from './object-key.ts';
import { type ClusterEvent, type ClusterObject, type ClusterState, type NodeObject, OWNER_KINDS } from './types.ts';

/** The cluster from one moment on. */
export interface StateAt {
  readonly at: number;
  readonly state: ClusterState;
}

/**
 * @param events in the order of time
 * @param ms on their clock
 * @returns what there is at that moment, what happened right then included
 */
export function stateAt(events: readonly ClusterEvent[], ms: number): ClusterState {
  const objects = new Objects(events);
  for (const { at, object } of events) if (at <= ms) objects.take(object);
  return objects.state();
}

/**
 * What a replay goes through.
 * @param events in the order of time
 * @returns the state at `from`, and each that is another than the one before, up to and including `to`
 */
export function statesBetween(events: readonly ClusterEvent[], from: number, to: number): StateAt[] {
  const objects = new Objects(events);
  for (const { at, object } of events) if (at <= from) objects.take(object);
  const states: StateAt[] = [{ at: from, state: objects.state() }];
  const later = Map.groupBy(
    events.filter(({ at }) => at > from && at <= to),
    ({ at }) => at,
  );
  for (const [at, together] of later) {
    // All of them, whether or not one has already changed something.
    const changed = together.filter(({ object }) => objects.take(object)).length > 0;
    if (changed) states.push({ at, state: objects.state() });
  }
  return states;
}

/** @returns whether a drawing of the one is a drawing of the other */
export function isSameState(a: ClusterState, b: ClusterState): boolean {
  return textOf(a) === textOf(b);
}

class Objects {
  readonly #places = new Map<string, number>();
  readonly #objects = new Map<string, ClusterObject>();

  constructor(events: readonly ClusterEvent[]) {
    for (const { object } of events) {
      const key = keyOf(object);
      if (!this.#places.has(key)) this.#places.set(key, this.#places.size);
    }
  }

  /** @returns whether that changes anything */
  take(object: ClusterEvent['object']): boolean {
    const key = keyOf(object);
    if ('gone' in object) return this.#objects.delete(key);
    const before = this.#objects.get(key);
    this.#objects.set(key, object);
    return before === undefined || textOf(before) !== textOf(object);
  }

  state(): ClusterState {
    const objects = [...this.#objects].toSorted(([a], [b]) => this.#placeOf(a) - this.#placeOf(b)).map(([, it]) => it);
    const only = <K extends ClusterObject['kind']>(...kinds: K[]) =>
      objects.filter((each): each is Extract<ClusterObject, { kind: K }> => kinds.includes(each.kind as K));
    return {
      nodes: only('Node').toSorted((a, b) => rankOf(a) - rankOf(b) || byName(a, b)),
      pods: only('Pod'),
      owners: only(...OWNER_KINDS).toSorted(
        (a, b) => OWNER_KINDS.indexOf(a.kind) - OWNER_KINDS.indexOf(b.kind) || byName(a, b),
      ),
      services: only('Service').toSorted(byName),
      claims: only('PersistentVolumeClaim').toSorted(byName),
    };
  }

  #placeOf(key: string): number {
    return this.#places.get(key) ?? 0;
  }
}

/** Who leads comes first. */
const rankOf = ({ role }: NodeObject): number => (role === undefined ? 1 : 0);

type Named = Pick<ClusterObject, 'name' | 'namespace'>;

/** The lesson's own namespace first; not by the machine's locale, so that a drawing is the same everywhere. */
function byName(a: Named, b: Named): number {
  const [left, right] = [a, b].map(({ namespace = '', name }) => `${namespace}/${name}`) as [string, string];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whatever the order of the keys, and a field that is undefined is one that is not there. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
