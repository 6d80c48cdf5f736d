import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import type { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';

/** How a shell came to its end. */
export interface Death {
  readonly kind: 'died';
  readonly status: number | null;
  readonly signal: string | null;
}

/** What a request was answered: the lines before its last, and the words of that one behind `fin`. */
export interface Answer {
  readonly kind: 'answer';
  readonly lines: readonly string[];
  readonly words: readonly string[];
}

export interface Timeout {
  readonly kind: 'timeout';
}

/** Signals' numbers are the same on every machine that a shell runs on. */
const SIGNALS = new Map<number, string>(Object.entries(constants.signals).map(([name, number]) => [number, name]));

/** Requests to a shell and its answers, over the stdin and stdout of what started it. */
export class Control {
  readonly process: ChildProcess;
  readonly death: Promise<Death>;
  readonly #requests: Writable;
  #lines: string[] = [];
  #answered: ((answer: Answer) => void) | undefined;

  /** @param command program and words; @param stderr where its stderr goes */
  constructor(
    command: readonly string[],
    { cwd, env, stderr }: { cwd?: string; env: NodeJS.ProcessEnv; stderr: Socket },
  ) {
    const [program = '', ...words] = command;
    this.process = spawn(program, words, {
      ...(cwd === undefined ? {} : { cwd }),
      env,
      detached: true,
      stdio: ['pipe', 'pipe', stderr],
    });
    this.#requests = this.process.stdin as Writable;
    this.#requests.on('error', () => {}); // a dead shell is reported by its exit
    const answers = createInterface({ input: this.process.stdout as Readable });
    this.death = new Promise((resolve) => {
      answers.on('line', (line) => {
        if (line.startsWith('mort ')) resolve(deathOf(Number(line.slice('mort '.length))));
        else this.#take(line);
      });
      this.process.once('exit', (status, signal) => resolve({ kind: 'died', status, signal }));
      this.process.once('error', () => resolve({ kind: 'died', status: 127, signal: null }));
    });
  }

  /** @param timeout milliseconds; nothing may be asked any more once they are over */
  async ask(request: string, timeout: number): Promise<Answer | Death | Timeout> {
    const answer = new Promise<Answer>((resolve) => (this.#answered = resolve));
    this.#requests.write(request);
    return within(timeout, answer, this.death);
  }

  #take(line: string): void {
    const [word, ...words] = line.split(' ');
    if (word !== 'fin') return void this.#lines.push(line);
    this.#answered?.({ kind: 'answer', lines: this.#lines, words });
    this.#lines = [];
  }
}

/** @returns what comes first of some promises, or that none came in time */
export async function within<T>(timeout: number, ...promises: readonly Promise<T>[]): Promise<T | Timeout>;
export async function within<A, B>(timeout: number, a: Promise<A>, b: Promise<B>): Promise<A | B | Timeout>;
export async function within(timeout: number, ...promises: readonly Promise<unknown>[]): Promise<unknown> {
  const settled = new AbortController();
  const expired = delay(Math.max(0, timeout), { kind: 'timeout' } as const, { signal: settled.signal });
  expired.catch(() => {}); // aborted below
  try {
    return await Promise.race([...promises, expired]);
  } finally {
    settled.abort();
  }
}

function deathOf(status: number): Death {
  const signal = SIGNALS.get(status - 128);
  return signal === undefined ? { kind: 'died', status, signal: null } : { kind: 'died', status: null, signal };
}
