import type { Socket } from 'node:net';
import { LineEvents } from './line-events.ts';
import { OutputBuffer } from './output-buffer.ts';
import { OutputSocket } from './output-socket.ts';
import { printable } from './terminal.ts';

/** What a background snippet prints, in bounded memory, while others run. */
export class BackgroundOutput {
  readonly #buffer = new OutputBuffer();
  readonly #lines: LineEvents | undefined;
  #socket!: OutputSocket;
  #changed: (() => void) | undefined;

  private constructor(onLine?: (line: string) => void) {
    if (onLine !== undefined) this.#lines = new LineEvents(onLine);
  }

  /** @param onLine told each line as it comes */
  static async open(onLine?: (line: string) => void): Promise<BackgroundOutput> {
    const output = new BackgroundOutput(onLine);
    output.#socket = await OutputSocket.open((chunk) => {
      output.#buffer.push(chunk);
      output.#lines?.push(chunk);
      output.#changed?.();
    });
    return output;
  }

  get writer(): Socket {
    return this.#socket.writer;
  }

  handedOn(): void {
    this.#socket.handedOn();
  }

  get timing(): OutputBuffer['timing'] {
    return this.#buffer.timing;
  }

  /** @returns all of it until now, as a terminal shows it */
  text(): string {
    return printable(this.#buffer.toBuffer());
  }

  /** @returns once more has been printed */
  async changed(): Promise<void> {
    await new Promise<void>((resolve) => (this.#changed = resolve));
  }

  async ended(): Promise<void> {
    await this.#socket.ended();
  }

  close(): void {
    this.#lines?.end();
    this.#socket.close();
  }
}
