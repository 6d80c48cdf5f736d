import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { vi } from 'vitest';
import writeFileAtomic from 'write-file-atomic';

/** `running`; `frozen`, as by `docker pause`: connections stay, nothing is answered; `off`: nobody is there. */
type State = 'running' | 'frozen' | 'failing' | 'off';

/** A `docker` on the PATH whose `dial-stdio` leads to an engine that does as it is told, by the container's name. */
export class FakeEngines {
  readonly #dir: string;

  private constructor(dir: string) {
    this.#dir = dir;
  }

  static async make(): Promise<FakeEngines> {
    const dir = await mkdtemp(join(tmpdir(), 'moteurs-'));
    await writeFile(join(dir, 'docker'), `#!${process.execPath}\n${PROGRAM}`, { mode: 0o755 });
    vi.stubEnv('PATH', `${dir}${delimiter}${process.env['PATH']}`);
    return new FakeEngines(dir);
  }

  /** @param containers names of those that its engine has, all running */
  async set(container: string, state: State, containers: readonly string[] = []): Promise<void> {
    await writeFileAtomic(join(this.#dir, container), JSON.stringify({ state, containers }));
  }

  async remove(): Promise<void> {
    vi.unstubAllEnvs();
    await rm(this.#dir, { recursive: true });
  }
}

const PROGRAM = String.raw`
const { createServer } = require('node:http');
const { Duplex } = require('node:stream');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const now = () => {
  try {
    return JSON.parse(readFileSync(join(__dirname, process.argv[4]), 'utf8'));
  } catch {
    return { state: 'off' };
  }
};
const server = createServer((request, response) => {
  const { state, containers } = now();
  if (state === 'off') process.exit(1);
  if (state === 'frozen') return;
  if (request.url.startsWith('/events')) return response.writeHead(200).write('{}\n');
  response.statusCode = state === 'failing' ? 500 : request.url.startsWith('/containers') ? 200 : 503;
  response.end(
    JSON.stringify(containers.map((name) => ({ Names: ['/' + name], Image: 'nginx:1.30', State: 'running', Status: 'Up' }))),
  );
});
const nothing = () => undefined;
const connection = Duplex.from({ readable: process.stdin, writable: process.stdout });
const socket = { setTimeout: nothing, setNoDelay: nothing, setKeepAlive: nothing, ref: nothing, unref: nothing };
const offIs = () => now().state === 'off' && process.exit(1);
offIs();
setInterval(offIs, 10);
server.emit('connection', Object.assign(connection, socket));
`;
