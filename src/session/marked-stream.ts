import { OutputBuffer } from './output-buffer.ts';

/** Cuts one endless stream of output into the parts between marks. */
export class MarkedStream {
  readonly #mark: Buffer;
  #pending: Buffer = Buffer.alloc(0);
  #part = new OutputBuffer();
  #marks = 0;
  #awaited: { marks: number; resolve: () => void } | undefined;
  #listener: ((chunk: Buffer) => void) | undefined;

  /** @param mark text that no output holds, its first character least of all */
  constructor(mark: string) {
    this.#mark = Buffer.from(mark);
  }

  /** Begins a new part: what was left of the one before is forgotten. @param listener told each chunk of it */
  begin(listener?: (chunk: Buffer) => void): void {
    this.#pending = Buffer.alloc(0);
    this.#part = new OutputBuffer();
    this.#listener = listener;
    this.#marks = 0;
  }

  /** @returns once so many marks of the part have been read */
  async reached(marks: number): Promise<void> {
    if (this.#marks >= marks) return;
    await new Promise<void>((resolve) => (this.#awaited = { marks, resolve }));
  }

  /** @returns what has been read of the part, cut where its marks stood */
  part(): OutputBuffer {
    return this.#part;
  }

  /** @param chunk the next bytes of the stream; may be reused by its owner afterwards */
  take(chunk: Buffer): void {
    let bytes = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    for (let end = bytes.indexOf(this.#mark); end >= 0; end = bytes.indexOf(this.#mark)) {
      this.#push(bytes.subarray(0, end));
      this.#part.cut();
      this.#marks += 1;
      bytes = bytes.subarray(end + this.#mark.length);
      if (this.#awaited !== undefined && this.#marks >= this.#awaited.marks) this.#awaited.resolve();
    }
    const candidate = bytes.lastIndexOf(this.#mark[0] ?? 0);
    const hold = candidate >= 0 && bytes.length - candidate < this.#mark.length ? candidate : bytes.length;
    this.#push(bytes.subarray(0, hold));
    this.#pending = Buffer.from(bytes.subarray(hold));
  }

  #push(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#part.push(bytes);
    this.#listener?.(bytes);
  }
}
