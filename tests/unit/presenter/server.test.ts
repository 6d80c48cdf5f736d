import { afterEach, expect, test } from 'vitest';
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
