import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Bridge, Window } from '../../../src/presenter/bridge.ts';
import { newToken } from '../../../src/presenter/admission.ts';
import { type BridgeServer, startServer } from '../../../src/presenter/server.ts';

const token = newToken();
let server: BridgeServer;
let windows: Window[];
let refused: string[];

async function serve(): Promise<void> {
  windows = [];
  refused = [];
  const bridge = { take: (window: Window) => void windows.push(window), forget: () => {} } as unknown as Bridge;
  const site = { folder: '/nulle-part', decks: new Map(), bundle: new Map(), speakerView: [] };
  server = await startServer({ site, bridge, token, port: 0, refuse: (reason) => refused.push(reason) });
}

async function window(): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/pont`, ['orchestre.v1', `jeton.${token}`], {
    headers: { Origin: `http://127.0.0.1:${server.port}` },
  });
  await new Promise((done) => socket.on('open', done));
  expect(socket.protocol).toBe('orchestre.v1');
  socket.send(JSON.stringify({ type: 'stop' }));
  return socket;
}

afterEach(() => server.close());

test('a window that does not read is let go instead of being waited for; another one gets all', async () => {
  await serve();
  const slow = await window();
  while (windows.length < 1) await new Promise((done) => setTimeout(done, 5));
  const quick = await window();
  let received = 0;
  quick.on('message', () => (received += 1));
  while (windows.length < 2) await new Promise((done) => setTimeout(done, 5));
  slow.pause();
  let sent = 0;
  const text = 'x'.repeat(1024 * 1024);
  while (!refused.some((reason) => reason.includes('ne lit pas'))) {
    sent += 1;
    for (const each of windows) each.send({ type: 'refused', reason: text });
    while (received < sent) await new Promise((done) => setTimeout(done, 5));
  }
  expect(sent).toBeGreaterThan(4);
  expect(quick.readyState).toBe(WebSocket.OPEN);
  const gone = new Promise((done) => slow.on('close', done));
  slow.resume();
  await gone;
});

test('compression is not spoken', async () => {
  await serve();
  expect((await window()).extensions).toBe('');
});

describe('a client that never ends its half', () => {
  /** It has no token, and says nothing more. */
  function stranger() {
    const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true });
    const upgrade = `Host: 127.0.0.1:${server.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
    socket.on('error', () => {}).write(`GET /pont HTTP/1.1\r\n${upgrade}`);
    socket.resume();
    return socket;
  }

  test('holds no place once it is refused', async () => {
    await serve();
    const strangers = Array.from({ length: 200 }, stranger);
    await Promise.all(strangers.map((socket) => once(socket, 'end')));
    await expect.poll(() => fetch(`http://127.0.0.1:${server.port}/`).then(({ status }) => status)).toBe(404);
    for (const socket of strangers) socket.destroy();
  });

  test('does not hold up the end', async () => {
    await serve();
    const socket = stranger();
    await once(socket, 'end');
    await server.close();
    socket.destroy();
  });
});

test('nobody holds up the end: a window, a page that is kept open, a request that is on its way', async () => {
  await serve();
  const open = await window();
  await fetch(`http://127.0.0.1:${server.port}/`);
  const slow = connect(server.port, '127.0.0.1').on('error', () => {});
  slow.write('GET / HTTP/1.1\r\nHost: ');
  await once(slow, 'connect');
  await Promise.all([once(open, 'close'), server.close()]);
});
