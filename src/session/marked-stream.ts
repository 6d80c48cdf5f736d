import type { Readable } from 'node:stream';
import { OutputBuffer } from './output-buffer.ts';

/** Cuts one endless stream of output into the parts between marks. */
export class MarkedStream {
  readonly #source: Readable;
  readonly #mark: Buffer;
  #pending: Buffer = Buffer.alloc(0);
  #part = new OutputBuffer();
  #reached: (() => void) | undefined;

  /** @param mark text that no output holds, its first character least of all */
  constructor(source: Readable, mark: string) {
    this.#source = source;
    this.#mark = Buffer.from(mark);
    source.on('data', (chunk: Buffer) => this.#take(chunk));
    source.on('error', () => {}); // closing the pipe under a reader is how a session ends
  }

  /** Begins a new part: what was left of the one before is forgotten. */
  begin(): void {
    this.#pending = Buffer.alloc(0);
    this.#part = new OutputBuffer();
  }

  /** @returns once the mark that ends the part has been read */
  async ended(): Promise<void> {
    await new Promise<void>((resolve) => (this.#reached = resolve));
  }

  /** @returns what has been read of the part */
  part(): OutputBuffer {
    return this.#part;
  }

  close(): void {
    this.#source.destroy();
  }

  #take(chunk: Buffer): void {
    const bytes = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const end = bytes.indexOf(this.#mark);
    if (end >= 0) {
      if (end > 0) this.#part.push(bytes.subarray(0, end));
      this.#pending = Buffer.alloc(0);
      this.#reached?.();
      return;
    }
    const candidate = bytes.lastIndexOf(this.#mark[0] ?? 0);
    const hold = candidate >= 0 && bytes.length - candidate < this.#mark.length ? candidate : bytes.length;
    if (hold > 0) this.#part.push(bytes.subarray(0, hold));
    this.#pending = bytes.subarray(hold);
  }
}
