import { MAX_OUTPUT_LINES } from './protocol.ts';

const HALF_LINES = MAX_OUTPUT_LINES / 2;

/** Lines as they come: the first and the last of them, `MAX_OUTPUT_LINES` in all, with a line in French for what stood between. */
export class BoundedText {
  readonly #head: string[] = [];
  readonly #tail: string[] = [];
  #count = 0;

  /** @param text one or more whole lines, without the last line feed */
  push(text: string): void {
    for (const line of text.split('\n')) {
      this.#count += 1;
      if (this.#head.length < HALF_LINES) this.#head.push(line);
      else this.#tail.push(line);
    }
    // Cut now and then only: each cut moves all of it.
    if (this.#tail.length > 2 * HALF_LINES) this.#tail.splice(0, this.#tail.length - HALF_LINES);
  }

  /** Lines that came. */
  get count(): number {
    return this.#count;
  }

  toString(): string {
    const tail = this.#tail.slice(-HALF_LINES);
    const omitted = this.#count - this.#head.length - tail.length;
    const gap = omitted === 0 ? [] : [`… (${omitted} lignes omises) …`];
    return [...this.#head, ...gap, ...tail].join('\n');
  }
}
