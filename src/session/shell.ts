import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { execa } from 'execa';
import { readBounded } from './bounded-file.ts';
import { MarkedStream } from './marked-stream.ts';
import { printable } from './printable.ts';

const STOP_POLL_MS = 20;
const DRIVER = join(import.meta.dirname, 'driver.bash');

/** How one script ended. */
export type Ending =
  /** It ran to its end or to its first failing command, on `line` of the lesson; the processes `jobs` outlive it. */
  | { readonly kind: 'ended'; readonly status: number; readonly line: number; readonly jobs: readonly number[] }
  /** It took its own shell down. */
  | { readonly kind: 'died'; readonly status: number | null; readonly signal: string | null }
  | { readonly kind: 'timeout' };

export interface ShellResult {
  readonly ending: Ending;
  readonly output: string;
  readonly durationMs: number;
  readonly timing: readonly (readonly [number, number])[];
}

/** One bash that runs scripts one after the other, never two at a time. */
export class Shell {
  readonly #dir: string;
  readonly #process: ChildProcess;
  readonly #reader: ChildProcess;
  readonly #requests: Writable;
  readonly #answers: Interface;
  readonly #output: MarkedStream;
  readonly #death: Promise<Extract<Ending, { kind: 'died' }>>;

  constructor({
    child,
    reader,
    output,
    dir,
  }: {
    child: ChildProcess;
    reader: ChildProcess;
    output: MarkedStream;
    dir: string;
  }) {
    this.#dir = dir;
    this.#process = child;
    this.#reader = reader;
    this.#output = output;
    this.#requests = child.stdio[3] as Writable;
    this.#requests.on('error', () => {}); // a dead shell is reported by its exit
    this.#answers = createInterface({ input: child.stdio[4] as Readable });
    this.#death = new Promise((resolve) => {
      child.once('exit', (status, signal) => resolve({ kind: 'died', status, signal }));
    });
  }

  /**
   * @param dir absolute path of a folder of its own: the scripts that it runs, and the pipe that its output goes through
   * @param options working directory and whole environment
   * @throws when bash or mkfifo cannot be started
   */
  static async start(dir: string, options: { cwd: string; env: Record<string, string> }): Promise<Shell> {
    await mkdir(dir, { recursive: true });
    const fifo = join(dir, 'sortie');
    const mark = `\u001e${randomUUID()}\n`;
    // A real pipe, because Node's own are sockets, on which /dev/stdout cannot be opened; `cat` ends with its last writer.
    await execa('mkfifo', [fifo]);
    const reader = spawn('cat', [fifo], { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
    const child = spawn('bash', ['--noprofile', '--norc', DRIVER, dir, mark], {
      ...options,
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    await Promise.all([reader, child].map(started));
    return new Shell({ child, reader, output: new MarkedStream(reader.stdout, mark), dir });
  }

  /**
   * Sources one script.
   * @param name a file of the shell's folder, without spaces; its processes carry it as `ORCHESTRE_EXTRAIT`
   * @param timeout milliseconds after which it is given up; the shell cannot be used any more then
   */
  async run(name: string, timeout: number): Promise<ShellResult> {
    const started = performance.now();
    this.#output.begin();
    const ended = this.#output.ended();
    const answer = await this.#ask(`run ${name}`, timeout);
    if (typeof answer === 'string') await Promise.race([ended, this.#death]);
    const part = this.#output.part();
    const durationMs = Math.round(performance.now() - started);
    const ending = typeof answer === 'string' ? readEnding(answer) : answer;
    return { ending, output: printable(part.toBuffer()), durationMs, timing: part.timing };
  }

  /** Starts a script behind the others. @returns its process group, or how the shell ended instead */
  async start(name: string): Promise<number | Ending> {
    const answer = await this.#ask(`start ${name}`, 10_000);
    return typeof answer === 'string' ? Number(answer) : answer;
  }

  /** @returns what a script that `start` began has printed until now */
  async outputOf(name: string): Promise<string> {
    return printable(await readBounded(join(this.#dir, `${name}.sortie`)));
  }

  /**
   * Ends a script that `start` began.
   * @param grace milliseconds between SIGTERM and SIGKILL
   * @returns its exit code where it had ended by itself, 0 where it still ran
   */
  async stop(group: number, grace: number): Promise<number> {
    const answer = await this.#ask(`stop ${group}`, grace);
    const deadline = performance.now() + grace;
    while (signalGroup(group, 0) && performance.now() < deadline) await delay(STOP_POLL_MS);
    signalGroup(group, 'SIGKILL');
    return typeof answer === 'string' ? Number(answer) : 0;
  }

  /** The shell's own processes, which are nobody's leftovers. */
  get pids(): number[] {
    return [this.#process, this.#reader].flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
  }

  /** Kills the shell and its process group; what left the group is found by its environment. */
  async kill(): Promise<void> {
    if (this.#process.pid !== undefined) signalGroup(this.#process.pid, 'SIGKILL');
    await this.#death;
    this.#answers.close();
    this.#output.close();
    // It would live as long as a process that left the group.
    if (this.#reader.kill('SIGKILL')) await once(this.#reader, 'exit');
  }

  async #ask(request: string, timeout: number): Promise<string | Ending> {
    const settled = new AbortController();
    const { signal } = settled;
    const answer = once(this.#answers, 'line', { signal }).then(([line]) => String(line));
    const expired = delay(timeout, { kind: 'timeout' } as const, { signal });
    for (const loser of [answer, expired]) loser.catch(() => {}); // aborted below
    this.#requests.write(`${request}\n`);
    try {
      return await Promise.race([answer, this.#death, expired]);
    } finally {
      settled.abort();
    }
  }
}

async function started(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
}

function readEnding(answer: string): Ending {
  const [status = 0, line = 0, ...jobs] = answer.split(' ').map(Number);
  return { kind: 'ended', status, line, jobs };
}

/** @returns whether anything of the group was there to get the signal */
export function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-group, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    return false;
  }
}
