import { WebSocket } from 'ws';
import type { ClientMessage, ServerMessage } from '../../src/presenter/protocol.ts';

/** A window with a deck, without the browser. */
export class BridgeClient {
  readonly socket: WebSocket;
  readonly messages: ServerMessage[] = [];
  /** The close code, once it is closed. */
  readonly closed: Promise<number>;
  readonly #wake = new Set<() => void>();

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('error', () => {});
    socket.on('message', (data: Buffer) => {
      this.messages.push(JSON.parse(data.toString()) as ServerMessage);
      for (const wake of this.#wake) wake();
    });
    this.closed = new Promise((done) => socket.on('close', done));
  }

  /** @throws the status of the refusal */
  static async open(
    port: number,
    token: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<BridgeClient> {
    const origin = `http://127.0.0.1:${port}`;
    const socket = new WebSocket(`ws://127.0.0.1:${port}/pont`, ['orchestre.v1', `jeton.${token}`], {
      headers: { Origin: origin, ...headers },
    });
    const client = new BridgeClient(socket);
    await new Promise<void>((done, fail) => {
      socket.on('open', done);
      socket.on('error', fail);
    });
    return client;
  }

  say(message: ClientMessage): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Waits for a message behind those that were there; the test's own time limit ends it. */
  async next<Type extends ServerMessage['type']>(
    type: Type,
    holds: (message: Extract<ServerMessage, { type: Type }>) => boolean = () => true,
    from = 0,
  ): Promise<Extract<ServerMessage, { type: Type }>> {
    for (;;) {
      const found = this.messages
        .slice(from)
        .find((each) => each.type === type && holds(each as Extract<ServerMessage, { type: Type }>));
      if (found !== undefined) return found as Extract<ServerMessage, { type: Type }>;
      await new Promise<void>((wake) => {
        this.#wake.add(wake);
        void this.closed.then(() => wake());
      });
      if (this.socket.readyState === WebSocket.CLOSED) throw new Error(`closed before ${type}`);
    }
  }

  /** Asks, and waits for what comes of it. */
  async ask<Type extends ServerMessage['type']>(
    message: ClientMessage,
    type: Type,
    holds?: (message: Extract<ServerMessage, { type: Type }>) => boolean,
  ): Promise<Extract<ServerMessage, { type: Type }>> {
    const from = this.messages.length;
    this.say(message);
    return this.next(type, holds, from);
  }
}
