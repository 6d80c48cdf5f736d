import { closeSync, constants, openSync, unlinkSync } from 'node:fs';
import { Socket } from 'node:net';
import { execa } from 'execa';

const CHUNK_BYTES = 64 * 1024;

/** A pipe of this host, read through one buffer however much comes: its writer waits for its reader. */
export class PipeReader {
  /** For the process that writes; close it here once that one has it. */
  readonly writer: number;
  readonly #socket: Socket;
  readonly #end: Promise<void>;

  /** @param take gets each chunk; its bytes are gone afterwards */
  private constructor(path: string, take: (chunk: Buffer) => void) {
    const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    this.writer = openSync(path, constants.O_WRONLY);
    unlinkSync(path);
    const buffer = Buffer.alloc(CHUNK_BYTES);
    this.#socket = new Socket({
      fd,
      readable: true,
      writable: false,
      onread: {
        buffer,
        callback: (length) => {
          take(buffer.subarray(0, length));
          return true;
        },
      },
    });
    this.#socket.on('error', () => {}); // closing the pipe under a reader is how a session ends
    this.#end = new Promise((resolve) => void this.#socket.once('end', resolve).once('close', resolve));
    this.#socket.resume();
  }

  /**
   * @param path where the pipe's name may stand for a moment
   * @throws when no pipe can be made there
   */
  static async open(path: string, take: (chunk: Buffer) => void): Promise<PipeReader> {
    await execa('mkfifo', [path]);
    return new PipeReader(path, take);
  }

  /** The writer has been handed on: the end comes when the last process that has it ends. */
  handedOn(): void {
    closeSync(this.writer);
  }

  /** @returns once the last writer has closed it */
  async ended(): Promise<void> {
    await this.#end;
  }

  close(): void {
    this.#socket.destroy();
  }
}
