export const HEAD_BYTES = 256 * 1024;
const TAIL_BYTES = 64 * 1024;
const MAX_TICKS = 400;

/**
 * What a snippet prints, in bounded memory: its head and its tail, copied, with the number of bytes between them that
 * were let go. Also when each line came, for a replay, and where each command's part ends.
 */
export class OutputBuffer {
  readonly timing: [milliseconds: number, lines: number][] = [];
  readonly #started = performance.now();
  readonly #ends: number[] = [];
  #head = Buffer.alloc(4096);
  #tail = Buffer.alloc(0);
  #total = 0;
  #lines = 0;

  /** @param chunk may be reused by its owner afterwards */
  push(chunk: Buffer): void {
    const room = HEAD_BYTES - this.#total;
    if (room > 0) this.#pushHead(chunk.subarray(0, room));
    if (chunk.length > room) this.#pushTail(chunk.subarray(Math.max(0, room)));
    this.#total += chunk.length;
    this.#tick(chunk);
  }

  /** A command has ended: what comes is the next one's. */
  cut(): void {
    this.#ends.push(this.#total);
  }

  /** @returns the bytes kept, with a line in French in place of those that were not */
  toBuffer(): Buffer {
    return this.#until(this.#total);
  }

  /** @returns the same for each cut, up to there */
  cuts(): Buffer[] {
    return this.#ends.map((end) => this.#until(end));
  }

  /** Bytes that came. */
  get size(): number {
    return this.#total;
  }

  #until(end: number): Buffer {
    const head = this.#head.subarray(0, Math.min(end, HEAD_BYTES));
    if (end <= HEAD_BYTES) return head;
    const dropped = Math.max(0, this.#total - HEAD_BYTES - TAIL_BYTES);
    const tail = this.#tailBytes().subarray(0, Math.max(0, end - HEAD_BYTES - dropped));
    return Buffer.concat(dropped === 0 ? [head, tail] : [head, omission(dropped), tail]);
  }

  #pushHead(bytes: Buffer): void {
    const needed = this.#total + bytes.length;
    if (needed > this.#head.length) {
      const larger = Buffer.alloc(Math.min(HEAD_BYTES, Math.max(needed, 2 * this.#head.length)));
      this.#head.copy(larger, 0, 0, this.#total);
      this.#head = larger;
    }
    bytes.copy(this.#head, this.#total);
  }

  /** A ring: the byte at offset `n` behind the head stands at `n % TAIL_BYTES`. */
  #pushTail(bytes: Buffer): void {
    if (this.#tail.length === 0) this.#tail = Buffer.alloc(TAIL_BYTES);
    const last = bytes.subarray(-TAIL_BYTES);
    const offset = Math.max(this.#total, HEAD_BYTES) - HEAD_BYTES + bytes.length - last.length;
    const at = offset % TAIL_BYTES;
    const copied = last.copy(this.#tail, at);
    if (copied < last.length) last.copy(this.#tail, 0, copied);
  }

  #tailBytes(): Buffer {
    const length = this.#total - HEAD_BYTES;
    if (length <= TAIL_BYTES) return this.#tail.subarray(0, length);
    const start = length % TAIL_BYTES;
    return Buffer.concat([this.#tail.subarray(start), this.#tail.subarray(0, start)]);
  }

  #tick(chunk: Buffer): void {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) this.#lines += 1;
    if (this.timing.at(-1)?.[1] === this.#lines || this.timing.length >= MAX_TICKS) return;
    this.timing.push([Math.round(performance.now() - this.#started), this.#lines]);
  }
}

/** @returns the line that stands for bytes that were let go */
function omission(bytes: number): Buffer {
  return Buffer.from(`\n… (${bytes} octets omis) …\n`);
}
