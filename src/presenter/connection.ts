import type { RawData, WebSocket } from 'ws';
import type { Bridge, Window } from './bridge.ts';
import { clientMessageSchema } from './client-message.ts';
import { MAX_MESSAGES_PER_SECOND, type ServerMessage } from './protocol.ts';

/** Bytes that may wait for a window that does not read: it then comes back, and gets what it missed. */
const MOST_WAITING = 4 * 1024 * 1024;
/** Milliseconds between the opening and the first message. */
const SILENT_MS = 10_000;
const POLICY_VIOLATION = 1008;

/**
 * What one window says, read by the protocol; whoever does not keep to it is let go before anything runs.
 * @param refuse tells the terminal
 */
export function serveWindow(socket: WebSocket, bridge: Bridge, refuse: (reason: string) => void): void {
  const window: Window = {
    send(message: ServerMessage) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > MOST_WAITING) {
        refuse('une fenêtre ne lit pas ce qu’on lui envoie');
        return socket.terminate();
      }
      socket.send(JSON.stringify(message));
    },
  };
  const end = (reason: string): void => {
    refuse(reason);
    bridge.forget(window);
    socket.close(POLICY_VIOLATION);
    setTimeout(() => socket.terminate(), 1_000).unref();
  };
  const silent = setTimeout(() => end('une connexion ne dit rien'), SILENT_MS);
  const mayPass = limited();
  let over = false;
  socket.on('message', (data, isBinary) => {
    if (over) return;
    clearTimeout(silent);
    const message = mayPass() ? messageOf(data, isBinary) : 'trop de messages à la fois';
    if (typeof message === 'string') {
      over = true;
      window.send({ type: 'refused', reason: message });
      return end(message);
    }
    const reason = bridge.take(window, message);
    if (reason !== undefined) window.send({ type: 'refused', reason });
    if (reason !== undefined && message.type === 'enter') refuse(reason);
  });
  socket.on('error', (error) => refuse(`message mal formé (${'code' in error ? String(error.code) : error.name})`));
  socket.on('close', () => {
    clearTimeout(silent);
    bridge.forget(window);
  });
}

/** @returns the message; why it is none, in French */
function messageOf(data: RawData, isBinary: boolean) {
  if (isBinary) return 'message mal formé (binaire)';
  try {
    const { success, data: message } = clientMessageSchema.safeParse(JSON.parse((data as Buffer).toString('utf8')));
    return success ? message : 'message mal formé';
  } catch {
    return 'message mal formé (pas du JSON)';
  }
}

/** @returns whether one more is let through in this second */
function limited(): () => boolean {
  let [second, count] = [0, 0];
  return () => {
    const now = performance.now();
    if (now - second >= 1_000) [second, count] = [now, 0];
    count += 1;
    return count <= MAX_MESSAGES_PER_SECOND;
  };
}
