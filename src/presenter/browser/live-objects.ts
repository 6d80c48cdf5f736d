import { keyOf } from '../../cluster-map/object-key.ts';
import type { ClusterEvent } from '../protocol.ts';

/** The objects of the cluster that runs, each by the last that was told of it. */
export class LiveObjects {
  readonly #last = new Map<string, ClusterEvent>();

  take(event: ClusterEvent): void {
    const key = keyOf(event.object);
    // One that is gone leaves its place in a drawing to others.
    if ('gone' in event.object) this.#last.delete(key);
    else this.#last.set(key, event);
  }

  forget(): void {
    this.#last.clear();
  }

  get events(): readonly ClusterEvent[] {
    return [...this.#last.values()];
  }
}
