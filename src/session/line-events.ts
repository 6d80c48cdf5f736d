import { HEAD_BYTES } from './output-buffer.ts';
import { printable } from './terminal.ts';

/** Tells each line of an output when it is whole, up to as many bytes as the head of a proof keeps. */
export class LineEvents {
  readonly #emit: (line: string) => void;
  #open: Buffer[] = [];
  #room = HEAD_BYTES;

  /** @param emit told each line as a terminal shows it, without its line feed */
  constructor(emit: (line: string) => void) {
    this.#emit = emit;
  }

  /** @param chunk the next bytes; may be reused by their owner afterwards */
  push(chunk: Buffer): void {
    let rest = chunk.subarray(0, this.#room);
    this.#room -= rest.length;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      this.#tell(rest.subarray(0, end));
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) this.#open.push(Buffer.from(rest));
  }

  /** The command has ended: what stands on an unfinished line is told too. */
  end(): void {
    if (this.#open.length > 0) this.#tell(Buffer.alloc(0));
  }

  #tell(bytes: Buffer): void {
    const line = Buffer.concat([...this.#open, bytes]);
    this.#open = [];
    this.#emit(printable(line).replace(/\r$/, ''));
  }
}
