import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processesOf } from '../../src/machine/processes.ts';
import type { ServerMessage } from '../../src/presenter/protocol.ts';
import { forgeProofs } from '../fixtures/forge-proofs.ts';
import { EXERCISE, fence } from '../fixtures/lesson-source.ts';
import { addressOf, Project } from '../fixtures/project.ts';
import { BridgeClient } from './bridge-client.ts';
import { until } from './test.ts';

const BODY = [
  '## Section',
  '### Un',
  fence('bash id=un', 'x=1', 'echo un'),
  fence('output', 'un'),
  '---',
  '### Deux',
  fence('bash id=deux', 'echo "deux $x"', 'cat change 2>/dev/null || true'),
  fence('output', 'deux 1'),
  '---',
  '### Trois',
  fence('bash id=trois', 'echo trois; test ! -f attends || tail -f /dev/null'),
  fence('output', 'trois'),
  '---',
  '### Exercice',
  ...EXERCISE,
  '---',
  '### Fond',
  fence('bash id=fond background ready="prêt"', 'echo prêt; exec sleep 600'),
  fence('output', 'prêt'),
  fence('bash id=fin stop=fond', 'echo fini'),
  fence('output', 'fini'),
].join('\n\n');

/** A bridge at work in a process of its own. */
interface Running {
  readonly process: ReturnType<Project['present']>;
  readonly port: number;
  readonly token: string;
  readonly lines: () => string;
}

let project: Project;
let bridge: Running;
let hash: string;
let proofs: string;

async function start(): Promise<Running> {
  const process = project.present(['essai', '--port=0'], { ORCHESTRE_PREUVES: proofs });
  let printed = '';
  process.all.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const { port, pathname, hash: fragment } = await addressOf(process);
  const token = /^#jeton=([\w-]{43})$/.exec(fragment)?.[1] ?? '';
  if (token === '' || pathname !== '/essai/diapos/') throw new Error(printed);
  return { process, port: Number(port), token, lines: () => printed };
}

async function deckHash({ port }: Running, slug = 'essai'): Promise<string> {
  const html = await (await fetch(`http://127.0.0.1:${port}/${slug}/diapos/`)).text();
  return /data-preuve="([0-9a-f]{64})"/.exec(html)?.[1] ?? '';
}

/** A window on the lesson, from its beginning. */
async function window(fresh = true): Promise<BridgeClient> {
  const client = await BridgeClient.open(bridge.port, bridge.token);
  await client.ask({ type: 'enter', lesson: 'essai', hash }, 'entered');
  const { state } = await client.next('state', (each) => each.state !== 'preparing');
  if (!fresh) return client;
  const from = client.messages.length;
  if (client.messages.some((each) => each.type === 'ended') || state !== 'ready') {
    client.say({ type: 'restart' });
    await client.next('state', (each) => each.state === 'ready', from);
  }
  client.messages.length = 0;
  return client;
}

/** Runs a step, and waits until the next may be asked for. @returns how it ended */
async function run(client: BridgeClient, snippet: string) {
  const ended = await client.ask({ type: 'run', snippet }, 'ended', (each) => each.snippet === snippet);
  await idle(client, client.messages.indexOf(ended));
  return ended;
}

const idle = (client: BridgeClient, from: number) =>
  client.next('state', (each) => each.state !== 'running' && each.state !== 'preparing', from);

beforeAll(async () => {
  project = await Project.make(BODY);
  await project.add('02-suite', [fence('bash id=autre', 'echo autre'), fence('output', 'autre')].join('\n\n'));
  proofs = join(project.root, 'preuves');
  await forgeProofs(project.root, proofs);
  bridge = await start();
  hash = await deckHash(bridge);
}, 600_000);

afterAll(async () => {
  bridge.process.kill('SIGINT');
  await bridge.process;
  await project.remove();
});

describe('a deck that is presented', () => {
  test('has the bridge’s scripts, and the built one has nothing of it', async () => {
    const served = await fetch(`http://127.0.0.1:${bridge.port}/essai/diapos/`);
    const html = await served.text();
    const built = await readFile(join(project.root, 'dist/essai/diapos/index.html'), 'utf8');
    expect(html).toMatch(/<head><script src="\/pont\/early.js"><\/script>/);
    expect(built).not.toContain('pont');
    expect(html.replaceAll(/<(script|link)[^>]*\/pont\/[^>]*>(<\/script>)?/g, '')).toBe(built);
    const policy = served.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe/);
    expect(served.headers.get('access-control-allow-origin')).toBeNull();
    for (const file of ['early.js', 'live.js', 'live.css']) {
      expect((await fetch(`http://127.0.0.1:${bridge.port}/pont/${file}`)).status).toBe(200);
    }
    const page = await (await fetch(`http://127.0.0.1:${bridge.port}/essai/`)).text();
    expect(page).toBe(await readFile(join(project.root, 'dist/essai/index.html'), 'utf8'));
  });

  test('runs each snippet as it was recorded, in the order of the plan', async () => {
    const client = await window();
    for (const id of ['un', 'deux', 'trois', 'verif/avant', 'resolu', 'verif']) {
      expect([id, (await run(client, id)).verdict]).toEqual([id, 'same']);
    }
    const from = client.messages.length;
    client.say({ type: 'run', snippet: 'fond' });
    await client.next('line', ({ snippet }) => snippet === 'fond', from);
    await idle(client, from);
    expect(client.messages.slice(from).some((each) => each.type === 'ended')).toBe(false);
    const end = client.messages.length;
    const fin = await run(client, 'fin');
    expect(fin.verdict).toBe('same');
    expect((await client.next('ended', ({ snippet }) => snippet === 'fond', end)).verdict).toBe('same');
    const { ran, next } = await idle(client, client.messages.indexOf(fin));
    expect(ran).toEqual(['un', 'deux', 'trois', 'resolu', 'fond', 'fin']);
    expect(next).toBeUndefined();
    const line = client.messages.find((each) => each.type === 'line');
    expect(line).toMatchObject({ snippet: 'un', command: 1, text: 'un' });
    client.socket.close();
  });

  test('tells a snippet whose predecessors were not run to catch up, and catches up in order', async () => {
    const client = await window();
    const { reason } = await client.ask({ type: 'run', snippet: 'trois' }, 'refused');
    expect(reason).toContain('Maj+L');
    expect((await client.next('state', ({ state }) => state === 'to-catch-up')).next).toBe('un');
    const { ran } = await client.ask({ type: 'catch-up', snippet: 'trois' }, 'state', ({ state }) => state === 'ready');
    expect(ran).toEqual(['un', 'deux']);
    expect((await run(client, 'trois')).verdict).toBe('same');
    expect((await client.ask({ type: 'run', snippet: 'trois' }, 'refused')).reason).toContain('déjà');
    client.socket.close();
  });

  test('says which lines differ, and goes on', async () => {
    const client = await window();
    const { lab } = await client.ask({ type: 'run', snippet: 'un' }, 'state', ({ state }) => state === 'ready');
    await writeFile(join(lab?.folder ?? '', 'change'), 'de trop\n');
    const ended = await run(client, 'deux');
    expect(ended).toMatchObject({ verdict: 'different', exitCode: 0, differing: [{ line: 2, actual: 'de trop' }] });
    expect((await run(client, 'trois')).verdict).toBe('same');
    expect(client.messages.flatMap((each) => (each.type === 'ended' ? [each.snippet] : []))).toEqual([
      'un',
      'deux',
      'trois',
    ]);
    client.socket.close();
  });

  test('stops what runs with its processes; the shells are new, and catching up starts over', async () => {
    const client = await window();
    const { lab } = await client.ask({ type: 'run', snippet: 'un' }, 'state', ({ state }) => state === 'ready');
    await run(client, 'deux');
    await writeFile(join(lab?.folder ?? '', 'attends'), '');
    const terminal = spawn('sleep', ['300'], { cwd: lab?.folder, env: { PATH: process.env['PATH'] } });
    const from = client.messages.length;
    client.say({ type: 'run', snippet: 'trois' });
    await client.next('line', ({ snippet }) => snippet === 'trois', from);
    expect((await client.ask({ type: 'run', snippet: 'un' }, 'refused')).reason).toContain('s’exécute');
    const ended = await client.ask({ type: 'stop' }, 'ended');
    expect(ended).toMatchObject({ snippet: 'trois', verdict: 'failed', message: 'arrêté', output: 'trois' });
    expect((await client.next('state', ({ state }) => state === 'to-catch-up', from)).ran).toEqual([]);
    const [id = ''] = await project.runs();
    expect((await processesOf(id)).filter(({ command }) => command.startsWith('tail'))).toEqual([]);
    const { epoch } = await client.ask({ type: 'catch-up', snippet: 'trois' }, 'entered');
    const { ran } = await client.next(
      'state',
      ({ state }) => state === 'ready',
      client.messages.findIndex((each) => each.type === 'entered' && each.epoch === epoch),
    );
    expect(ran).toEqual(['un', 'deux']);
    expect((await run(client, 'trois')).verdict).toBe('same');
    // The presenter's own, where he was told to go.
    expect(terminal.signalCode).toBe(null);
    terminal.kill();
    client.socket.close();
  });

  test('a check is run as often as wanted, and the solution’s state decides what it has to say', async () => {
    const client = await window();
    expect((await run(client, 'verif/avant')).verdict).toBe('same');
    expect((await run(client, 'verif/avant')).verdict).toBe('same');
    expect((await run(client, 'verif')).verdict).toBe('failed');
    expect(
      (await client.ask({ type: 'catch-up', snippet: 'fond' }, 'state', ({ state }) => state === 'ready')).ran,
    ).toContain('resolu');
    expect(await run(client, 'verif/avant')).toMatchObject({ verdict: 'same', output: 'bravo\n' });
    client.socket.close();
  });
});

describe('windows', () => {
  test('two see the same, and one that comes back gets what it missed', async () => {
    const one = await window();
    const two = await window(false);
    await run(one, 'un');
    await two.next('ended', ({ snippet }) => snippet === 'un');
    const entered = await two.ask({ type: 'enter', lesson: 'essai', hash }, 'entered');
    const seen = (message: ServerMessage): number => ('seq' in message ? message.seq : 0);
    const after = Math.max(...two.messages.map(seen));
    two.socket.close();
    await two.closed;
    await run(one, 'deux');
    const back = await BridgeClient.open(bridge.port, bridge.token);
    const again = await back.ask({ type: 'enter', lesson: 'essai', hash, epoch: entered.epoch, after }, 'entered');
    expect(again.fresh).toBe(false);
    await back.next('ended', ({ snippet }) => snippet === 'deux');
    expect(back.messages.some((each) => each.type === 'ended' && each.snippet === 'un')).toBe(false);
    const numbers = back.messages.map(seen).filter((each) => each > 0);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(numbers[0]).toBeGreaterThan(after);
    const late = await BridgeClient.open(bridge.port, bridge.token);
    await late.ask({ type: 'enter', lesson: 'essai', hash, epoch: 'autre', after }, 'entered', ({ fresh }) => fresh);
    await late.next('ended', ({ snippet }) => snippet === 'un');
    for (const each of [one, back, late]) each.socket.close();
  });

  test('another lesson takes the session over, and an id of the former is none of its', async () => {
    const client = await window();
    const other = await BridgeClient.open(bridge.port, bridge.token);
    const suite = await deckHash(bridge, 'suite');
    await other.ask({ type: 'enter', lesson: 'suite', hash: suite }, 'entered');
    expect((await client.next('left')).lesson).toBe('suite');
    await other.next('state', ({ state }) => state === 'ready');
    expect((await other.ask({ type: 'run', snippet: 'un' }, 'refused')).reason).toContain('pas de cette leçon');
    expect((await run(other, 'autre')).verdict).toBe('same');
    expect((await client.ask({ type: 'run', snippet: 'un' }, 'refused')).reason).toContain('n’a pas ouvert');
    other.socket.close();
    client.socket.close();
    (await window()).socket.close();
  });
});

/** The status of an upgrade that is asked for by hand. */
function upgraded(headers: Readonly<Record<string, string | undefined>>, path = '/pont'): Promise<number> {
  const { port, token } = bridge;
  const all = {
    Host: `127.0.0.1:${port}`,
    Origin: `http://127.0.0.1:${port}`,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Protocol': `orchestre.v1, jeton.${token}`,
    ...headers,
  };
  const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  return new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: sent, setHost: false });
    asked.on('upgrade', (_response, socket) => (socket.destroy(), done(101)));
    asked.on('response', (response) => (response.resume(), done(response.statusCode ?? 0)));
    asked.on('error', fail);
    asked.end();
  });
}

describe('whoever opens a bad page in another tab', () => {
  test('a WebSocket with all that it takes is let in', async () => {
    expect(await upgraded({})).toBe(101);
    expect(await upgraded({ Host: `localhost:${bridge.port}`, Origin: `http://localhost:${bridge.port}` })).toBe(101);
  });

  test.each([
    ['hijacking from another site', { Origin: 'https://mechant.example' }],
    ['another port of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['another scheme', { Origin: 'https://127.0.0.1' }],
    ['the other name of this machine', { Origin: 'http://localhost' }],
    ['a sandboxed frame', { Origin: 'null' }],
    ['no origin', { Origin: undefined }],
    ['DNS rebinding', { Host: 'mechant.example', Origin: 'http://mechant.example' }],
    ['a stolen address without its fragment', { 'Sec-WebSocket-Protocol': 'orchestre.v1' }],
    ['an empty token', { 'Sec-WebSocket-Protocol': 'orchestre.v1, jeton.' }],
    ['two tokens', { 'Sec-WebSocket-Protocol': 'orchestre.v1, jeton.a, jeton.b' }],
    ['another protocol', { 'Sec-WebSocket-Protocol': 'autre' }],
  ])('%s: refused before anything is read', async (_what, headers) => {
    expect(await upgraded(headers)).toBe(403);
    await expect.poll(() => bridge.lines()).toContain('refusé : ');
    expect(bridge.lines().split(bridge.token)).toHaveLength(2);
  });

  test('the bridge is at one address only', async () => {
    expect(await upgraded({}, '/')).toBe(403);
    expect(await upgraded({}, '/pont?x')).toBe(403);
    expect((await fetch(`http://127.0.0.1:${bridge.port}/pont`)).status).toBe(403);
  });

  test('10,000 guesses of the token, of which the terminal is told once', async () => {
    for (let round = 0; round < 100; round += 1) {
      const guesses = Array.from({ length: 100 }, (_, index) =>
        upgraded({ 'Sec-WebSocket-Protocol': `orchestre.v1, jeton.${String(round * 100 + index).padStart(43, 'A')}` }),
      );
      expect(new Set(await Promise.all(guesses))).toEqual(new Set([403]));
    }
    const told = bridge
      .lines()
      .split('\n')
      .filter((line) => line.endsWith('jeton faux'));
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThan(100);
  });

  test('a form POST, another method, another host for a file', async () => {
    const site = `http://127.0.0.1:${bridge.port}/`;
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await fetch(site, { method, ...(method === 'POST' ? { body: 'x=1' } : {}) })).status).toBe(403);
    }
    const status = await new Promise<number>((done) => {
      request(
        { host: '127.0.0.1', port: bridge.port, setHost: false, headers: { Host: 'mechant.example' } },
        (response) => {
          response.resume();
          done(response.statusCode ?? 0);
        },
      ).end();
    });
    expect(status).toBe(403);
  });

  test('a path out of the site, or hidden in it, is not there', async () => {
    for (const path of [
      '/../package.json',
      '/%2e%2e/content/cours.yaml',
      '/..%2f..%2fetc/passwd',
      '/.git/config',
      '/%00',
      '/%zz',
    ]) {
      const status = await new Promise<number>((done) => {
        request({ host: '127.0.0.1', port: bridge.port, path }, (response) => {
          response.resume();
          done(response.statusCode ?? 0);
        }).end();
      });
      expect([path, status]).toEqual([path, 404]);
    }
  });

  test.each([
    ['not JSON', 'n’importe quoi'],
    ['code instead of an id', JSON.stringify({ type: 'run', code: 'rm -rf /' })],
    ['an id and code', JSON.stringify({ type: 'run', snippet: 'un', code: 'rm -rf /' })],
    ['an unknown type', JSON.stringify({ type: 'eval' })],
    ['binary', Buffer.from('{"type":"stop"}')],
    ['prototype', '{"type":"run","snippet":"un","__proto__":{"x":1}}'],
  ])('a malformed message ends its connection: %s', async (_what, message) => {
    const client = await BridgeClient.open(bridge.port, bridge.token);
    client.socket.send(message);
    expect(await client.closed).toBe(1008);
    expect(client.messages.map(({ type }) => type)).toEqual(['refused']);
  });

  test('a message that is too long ends its connection', async () => {
    const client = await BridgeClient.open(bridge.port, bridge.token);
    client.socket.send(JSON.stringify({ type: 'run', snippet: 'x'.repeat(70_000) }));
    expect(await client.closed).toBe(1009);
  });

  test('too many messages end their connection', async () => {
    const client = await window(false);
    for (let index = 0; index < 30; index += 1) client.say({ type: 'run', snippet: 'inconnu' });
    expect(await client.closed).toBe(1008);
  });

  test('an unknown id, a lesson that is not, a deck that is not what was built', async () => {
    const client = await BridgeClient.open(bridge.port, bridge.token);
    expect((await client.ask({ type: 'run', snippet: 'un' }, 'refused')).reason).toContain('n’a pas ouvert');
    expect((await client.ask({ type: 'enter', lesson: 'nulle', hash }, 'refused')).reason).toContain('pas du cours');
    const wrong = { type: 'enter', lesson: 'essai', hash: '0'.repeat(64) } as const;
    expect((await client.ask(wrong, 'refused')).reason).toContain('rechargez');
    await client.ask({ type: 'enter', lesson: 'essai', hash }, 'entered');
    expect((await client.ask({ type: 'run', snippet: '__proto__' }, 'refused')).reason).toContain('pas de cette leçon');
    client.socket.close();
  });

  test('50 connections: those that are too many are refused, the others serve on', async () => {
    const opened = await Promise.allSettled(
      Array.from({ length: 50 }, () => BridgeClient.open(bridge.port, bridge.token)),
    );
    const clients = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(clients.length).toBeGreaterThan(0);
    expect(clients.length).toBeLessThanOrEqual(20);
    await clients[0]?.ask({ type: 'enter', lesson: 'essai', hash }, 'entered');
    for (const { socket } of clients) socket.terminate();
    await until(() => upgraded({}).then((status) => status === 101));
  });

  test('a client that sends its request byte by byte holds up nobody, and is let go', async () => {
    const slow = connect(bridge.port, '127.0.0.1').on('error', () => {});
    slow.write('GET / HTTP/1.1\r\nX-Lent: ');
    const began = performance.now();
    const bytes = setInterval(() => slow.write('x'), 100);
    expect((await fetch(`http://127.0.0.1:${bridge.port}/`)).status).toBe(200);
    await new Promise((done) => slow.on('close', done));
    clearInterval(bytes);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});

describe('the place', () => {
  test('is held: a verification, and another presentation, say by what', async () => {
    const { exitCode, all } = await project.verify(['--all']);
    expect(exitCode).toBe(2);
    expect(all).toContain('Une présentation est déjà à l’œuvre');
    const other = await project.present(['essai', '--port=0'], { ORCHESTRE_PREUVES: proofs });
    expect(other.exitCode).toBe(2);
    expect(other.all).toContain('Une présentation est déjà à l’œuvre');
  });

  test('Ctrl-C closes everything, and what a kill -9 left is gone at the next start', async () => {
    const client = await window();
    const { lab } = await client.ask({ type: 'run', snippet: 'un' }, 'state', ({ state }) => state === 'ready');
    await run(client, 'deux');
    await writeFile(join(lab?.folder ?? '', 'attends'), '');
    client.say({ type: 'run', snippet: 'trois' });
    await client.next('line', ({ snippet }) => snippet === 'trois');
    const [killed = ''] = await project.runs();
    bridge.process.kill('SIGKILL');
    await bridge.process;
    expect(await project.runs()).toEqual([killed]);
    bridge = await start();
    expect(await processesOf(killed)).toEqual([]);
    const [current = ''] = await project.runs();
    expect(current).not.toBe(killed);
    const again = await window();
    await run(again, 'un');
    bridge.process.kill('SIGINT');
    expect((await bridge.process).exitCode).toBe(0);
    expect(await again.closed).toBeGreaterThan(0);
    expect(await project.runs()).toEqual([]);
    expect(await processesOf(current)).toEqual([]);
    bridge = await start();
    hash = await deckHash(bridge);
  });
});

test('a command line that makes no sense says how it is used', async () => {
  for (const args of [['--port=x'], ['inconnue']]) {
    const { exitCode, all } = await project.present(args);
    expect([args, exitCode]).toEqual([args, 2]);
    expect(all).toContain('Usage : npm run present');
  }
});

test.each(['', 'court', `${'a'.repeat(43)}/`])('a token that is none is refused: « %s »', async (token) => {
  const { exitCode, all } = await project.present([], { ORCHESTRE_JETON: token });
  expect(exitCode).toBe(2);
  expect(all).toContain('ORCHESTRE_JETON n’est pas un jeton');
});
