import type { Cluster } from './types.ts';

/** Clusters begun before they are asked for, by the lesson or purpose that they are for. */
export class ClustersAhead {
  readonly #begun = new Map<string, Promise<Cluster | undefined>>();

  /** Begins one; a second call for the same purpose changes nothing. */
  begin(purpose: string, make: () => Promise<Cluster>): void {
    if (this.#begun.has(purpose)) return;
    // Whoever asks for it later makes it himself and says what goes wrong; here there is nobody to tell.
    this.#begun.set(
      purpose,
      make().catch(() => undefined),
    );
  }

  /** @returns what was begun for that purpose, once: undefined where nothing was, or where it could not be made */
  async take(purpose: string): Promise<Cluster | undefined> {
    const cluster = this.#begun.get(purpose);
    this.#begun.delete(purpose);
    return cluster;
  }
}
