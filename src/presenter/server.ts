import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { type Admission, bridgeRefusal, hostRefusal } from './admission.ts';
import type { Bridge } from './bridge.ts';
import { serveWindow } from './connection.ts';
import { BRIDGE_PATH, MAX_MESSAGE_BYTES, SUBPROTOCOL } from './protocol.ts';
import { siteFile, type SiteOptions } from './site-files.ts';

/** Windows at once: the deck, the speaker view's two frames, other projectors. */
const MOST_WINDOWS = 20;

/** Milliseconds that a request may take to come; Node looks at it every 30 seconds only, unless told otherwise. */
const SLOW = { requestTimeout: 10_000, headersTimeout: 5_000, connectionsCheckingInterval: 1_000 };
const FORBIDDEN = 'HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

export interface ServerOptions {
  readonly site: SiteOptions;
  readonly bridge: Bridge;
  readonly token: string;
  /** 0: any. */
  readonly port: number;
  /** Tells the terminal what was refused, and why. */
  readonly refuse: (reason: string) => void;
}

export interface BridgeServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves the site and the bridge on this machine's loopback.
 * @throws where the port is taken (`EADDRINUSE`)
 */
export async function startServer(options: ServerOptions): Promise<BridgeServer> {
  const { site, bridge, token, refuse } = options;
  const http = createServer(SLOW);
  http.maxConnections = 200;
  // Those too that were handed on at an upgrade, which `closeAllConnections` no longer knows.
  const connections = new Set<Socket>();
  http.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  await new Promise<void>((done, fail) => {
    http.once('error', fail);
    http.listen(options.port, '127.0.0.1', done);
  });
  const { port } = http.address() as AddressInfo;
  const admission: Admission = { port, token };
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MAX_MESSAGE_BYTES,
    handleProtocols: () => SUBPROTOCOL,
  });
  http.on('request', (request, response) => void answer(request, response, { site, admission, refuse }));
  http.on('upgrade', (request, socket: Duplex, head) => {
    socket.on('error', () => socket.destroy());
    const refusal =
      bridgeRefusal(request, admission) ??
      (sockets.clients.size >= MOST_WINDOWS ? 'trop de fenêtres à la fois' : undefined);
    if (refusal === undefined) {
      return sockets.handleUpgrade(request, socket, head, (opened) => serveWindow(opened, bridge, refuse));
    }
    refuse(refusal);
    // A client that does not end its own half would hold the socket.
    socket.end(FORBIDDEN, () => socket.destroy());
  });
  return {
    port,
    async close() {
      const closed = new Promise<void>((done) => http.close(() => done()));
      for (const socket of connections) socket.destroy();
      await closed;
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { site, admission, refuse }: { site: SiteOptions; admission: Admission; refuse: (reason: string) => void },
): Promise<void> {
  const pathname = (request.url ?? '/').replace(/[?#].*$/s, '');
  const refusal = hostRefusal(request, admission) ?? requestRefusal(request, pathname);
  if (refusal !== undefined) {
    refuse(refusal);
    // What is refused is not read.
    response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' }).end('refusé\n');
    return;
  }
  const { status, type, body, policy } = await siteFile(pathname, request.headers.host ?? '', site);
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Only files are read, by GET and HEAD. */
function requestRefusal({ method }: IncomingMessage, pathname: string): string | undefined {
  if (method !== 'GET' && method !== 'HEAD') return `méthode ${JSON.stringify(method ?? '').slice(0, 20)}`;
  return pathname === BRIDGE_PATH ? 'ce n’est pas une page' : undefined;
}
