import { BRIDGE_PATH, type ClientMessage, type ServerMessage, SUBPROTOCOL, TOKEN_PREFIX } from '../protocol.ts';

const FIRST_MS = 400;
const LONGEST_MS = 8_000;

/** What is told of a connection that is kept up. */
export interface ConnectionListener {
  readonly opened: () => void;
  /** @param retryMs when the next attempt is made */
  readonly closed: (retryMs: number) => void;
  readonly received: (message: ServerMessage) => void;
}

/** A WebSocket to the bridge that comes back by itself, each time after a longer wait. */
export class Connection {
  readonly #listener: ConnectionListener;
  #token: string;
  #socket: WebSocket | undefined;
  #wait = FIRST_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #left = false;

  constructor(token: string, listener: ConnectionListener) {
    this.#token = token;
    this.#listener = listener;
    addEventListener('online', () => this.#now());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.#now());
    this.#open();
  }

  /** Goes on with another token: the bridge was started again. */
  use(token: string): void {
    this.#token = token;
    this.#now();
  }

  /** Closes, and stays closed until `comeBack`, whatever happens to network, window or bridge. */
  leave(): void {
    const socket = this.#socket;
    this.#left = true;
    this.#socket = undefined;
    clearTimeout(this.#timer);
    if (socket !== undefined) socket.onmessage = null;
    socket?.close();
  }

  /** Opens again after `leave`. */
  comeBack(): void {
    this.#left = false;
    this.#now();
  }

  /** @returns whether it was sent */
  send(message: ClientMessage): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  #open(): void {
    const socket = new WebSocket(`ws://${location.host}${BRIDGE_PATH}`, [SUBPROTOCOL, TOKEN_PREFIX + this.#token]);
    this.#socket = socket;
    socket.onopen = () => {
      this.#wait = FIRST_MS;
      this.#listener.opened();
    };
    socket.onmessage = ({ data }) => this.#listener.received(JSON.parse(String(data)) as ServerMessage);
    socket.onclose = () => {
      if (this.#socket !== socket) return;
      this.#socket = undefined;
      // Windows of one browser do not all come back at once.
      const wait = this.#wait * (0.8 + 0.4 * Math.random());
      this.#wait = Math.min(LONGEST_MS, 2 * this.#wait);
      this.#timer = setTimeout(() => this.#open(), wait);
      this.#listener.closed(wait);
    };
  }

  /** Does not wait any longer. */
  #now(): void {
    if (this.#left || this.#socket !== undefined) return;
    clearTimeout(this.#timer);
    this.#open();
  }
}
