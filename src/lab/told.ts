import { keyOf } from '../cluster-map/object-key.ts';
import type { ClusterObject, Gone } from '../cluster-map/types.ts';

/** What was told of a lab's objects: what changes nothing is not told again. */
export class Told {
  readonly #tell: (change: ClusterObject | Gone) => void;
  readonly #objects = new Map<string, { readonly object: ClusterObject; readonly text: string }>();

  constructor(tell: (change: ClusterObject | Gone) => void) {
    this.#tell = tell;
  }

  take(change: ClusterObject | Gone): void {
    const key = keyOf(change);
    const before = this.#objects.get(key);
    const text = JSON.stringify(change);
    if (before?.text === text || ('gone' in change && before === undefined)) return;
    if ('gone' in change) this.#objects.delete(key);
    else this.#objects.set(key, { object: change, text });
    this.#tell(change);
  }

  /** @param objects all that there is: what was told and is not among them is gone */
  takeAll(objects: readonly ClusterObject[]): void {
    const there = new Set(objects.map(keyOf));
    for (const [key, { object }] of this.#objects) if (!there.has(key)) this.take({ ...nameIn(object), gone: true });
    for (const object of objects) this.take(object);
  }
}

/** @returns what of an object tells it from others */
export function nameIn({ kind, namespace, name }: ClusterObject): Omit<Gone, 'gone'> {
  return { kind, name, ...(namespace === undefined ? {} : { namespace }) };
}
