import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CHUNK_BYTES = 64 * 1024;

/**
 * What processes print, read through one buffer however much comes: a writer waits for its reader.
 *
 * A socket, not a pipe opened by its name: a worker thread closes, when it ends, each descriptor that `fs.open` gave it,
 * also one that its stream has closed long since and that by then is something else's in this process.
 */
export class OutputSocket {
  /** For the process that writes; close it here once that one has it. */
  readonly writer: Socket;
  readonly #reader: Socket;
  readonly #end: Promise<void>;

  private constructor(reader: Socket, writer: Socket) {
    this.#reader = reader;
    this.writer = writer;
    for (const socket of [reader, writer]) socket.on('error', () => {}); // closing it under a writer is how a session ends
    this.#end = new Promise((resolve) => void reader.once('end', resolve).once('close', resolve));
    reader.resume();
  }

  /**
   * @param take gets each chunk; its bytes are gone afterwards
   * @throws when no socket can be made
   */
  static async open(take: (chunk: Buffer) => void): Promise<OutputSocket> {
    // Not in the session's folder: the name of a socket has about 100 characters.
    const folder = await mkdtemp(join(tmpdir(), 'orchestre-'));
    const server = createServer({ pauseOnConnect: true });
    try {
      const path = join(folder, 'sortie');
      server.listen(path);
      await once(server, 'listening');
      const buffer = Buffer.alloc(CHUNK_BYTES);
      const callback = (length: number): boolean => {
        take(buffer.subarray(0, length));
        return true;
      };
      const accepted = once(server, 'connection');
      const reader = connect({ path, onread: { buffer, callback } });
      const [[writer]] = await Promise.all([accepted, once(reader, 'connect')]);
      return new OutputSocket(reader, writer as Socket);
    } finally {
      server.close();
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** The writer has been handed on: the end comes when the last process that has it ends. */
  handedOn(): void {
    this.writer.destroy();
  }

  /** @returns once the last writer has closed it */
  async ended(): Promise<void> {
    await this.#end;
  }

  close(): void {
    this.#reader.destroy();
  }
}
