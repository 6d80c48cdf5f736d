export const HEAD_BYTES = 256 * 1024;
export const TAIL_BYTES = 64 * 1024;
const MAX_TICKS = 400;

/**
 * What a snippet prints, in bounded memory: its head and its tail, with the number of bytes between them that were let
 * go. Also when each line came, for a replay.
 */
export class OutputBuffer {
  readonly timing: [milliseconds: number, lines: number][] = [];
  readonly #started = performance.now();
  #head: Buffer[] = [];
  #headBytes = 0;
  #tail: Buffer[] = [];
  #tailBytes = 0;
  #dropped = 0;
  #lines = 0;

  push(chunk: Buffer): void {
    const room = HEAD_BYTES - this.#headBytes;
    if (room > 0) {
      this.#head.push(chunk.subarray(0, room));
      this.#headBytes += Math.min(room, chunk.length);
    }
    if (chunk.length > room) this.#pushTail(chunk.subarray(Math.max(0, room)));
    this.#tick(chunk);
  }

  /** @returns the bytes kept, with a line in French in place of those that were not */
  toBuffer(): Buffer {
    if (this.#dropped === 0) return Buffer.concat([...this.#head, ...this.#tail]);
    return Buffer.concat([...this.#head, omission(this.#dropped), ...this.#tail]);
  }

  #pushTail(chunk: Buffer): void {
    this.#tail.push(chunk);
    this.#tailBytes += chunk.length;
    while (this.#tailBytes - (this.#tail[0]?.length ?? 0) >= TAIL_BYTES) {
      const oldest = this.#tail.shift()?.length ?? 0;
      this.#tailBytes -= oldest;
      this.#dropped += oldest;
    }
  }

  #tick(chunk: Buffer): void {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) this.#lines += 1;
    if (this.timing.at(-1)?.[1] === this.#lines || this.timing.length >= MAX_TICKS) return;
    this.timing.push([Math.round(performance.now() - this.#started), this.#lines]);
  }
}

/** @returns the line that stands for bytes that were let go */
export function omission(bytes: number): Buffer {
  return Buffer.from(`\n… (${bytes} octets omis) …\n`);
}
