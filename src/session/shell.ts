import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { mkdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, Control, type Death, type Timeout, within } from './control.ts';
import { BackgroundOutput } from './background-output.ts';
import { LineEvents } from './line-events.ts';
import { MarkedStream } from './marked-stream.ts';
import { restoringCommands } from './options.ts';
import { OutputSocket } from './output-socket.ts';
import * as requests from './requests.ts';
import { asksAboutShell } from './self-regard.ts';
import { ShellGone } from './shell-gone.ts';
import { printable } from './terminal.ts';
import { misplacedIn, unitsOf } from './units.ts';

/** For what the driver itself does, which takes no time. */
const OWN_MS = 30_000;
/** For output that is on its way when all has been answered. */
const MARK_MS = 10_000;
const STOP_POLL_MS = 20;
const DEFINES = /\(\s*\)|(^|[\s;&|({])(function|alias)\s/m;

/** How one script ended. */
export type Ending =
  /** It ran to its end or to its first failing command, on `line` of the lesson; the processes `jobs` outlive it. */
  | { readonly kind: 'ended'; readonly status: number; readonly line: number; readonly jobs: readonly number[] }
  /** It took its own shell down. */
  | Death
  /** `answered`: its commands have ended, and the shell does not go on. */
  | (Timeout & { readonly answered: boolean });

export interface ShellResult {
  readonly ending: Ending;
  readonly output: string;
  /** The output as it stood when each unit of whole lines had ended. */
  readonly commands: readonly { readonly from: number; readonly to: number; readonly printed: string }[];
  readonly durationMs: number;
  readonly timing: readonly (readonly [number, number])[];
}

export interface Script {
  readonly code: string;
  /** The line of the lesson that its code begins on. */
  readonly line: number;
  /** Its processes carry it in their environment. */
  readonly name: string;
  /** Milliseconds after which it is given up; the shell cannot be used any more then. */
  readonly timeout: number;
  /** It leaves nothing in the shell, not even `$?`. */
  readonly apart?: boolean;
  /** Told each line of output as it comes, and which of the script's units was running, from 0. */
  readonly onLine?: (line: string, unit: number) => void;
}

export interface ShellOptions {
  /** What starts a program on its machine; empty on this host. */
  readonly command: readonly string[];
  /** Folder of this host for its scripts, where it runs on this host. */
  readonly dir: string;
  readonly work: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
}

interface Places {
  /** Folder of its scripts, on its machine. */
  readonly dir: string;
  readonly pids: readonly number[];
  readonly options: readonly string[];
}

/** One bash, on this host or another machine, that runs scripts one after the other, never two at a time. */
export class Shell {
  readonly #options: ShellOptions;
  readonly #control: Control;
  readonly #socket: OutputSocket;
  readonly #output: MarkedStream;
  readonly #mark: string;
  readonly #places: Places;
  #status = 0;
  #marks = 0;
  #backgrounds = 0;
  #looksLater = false;
  #dead = false;
  #silent = false;
  #unit = 0;

  private constructor(
    options: ShellOptions,
    parts: { control: Control; socket: OutputSocket; output: MarkedStream; mark: string; places: Places },
  ) {
    this.#options = options;
    this.#control = parts.control;
    this.#socket = parts.socket;
    this.#output = parts.output;
    this.#mark = parts.mark;
    this.#places = parts.places;
    void this.#control.death.then(() => (this.#dead = true));
  }

  /** @throws when bash or its pipe cannot be had: the environment's fault */
  static async start(options: ShellOptions): Promise<Shell> {
    const { command, dir, work, home, env } = options;
    await mkdir(dir, { recursive: true });
    const mark = `\u001e${randomUUID()}\n`;
    const output = new MarkedStream(mark);
    const socket = await OutputSocket.open((chunk) => output.take(chunk));
    const local = command.length === 0;
    const launcher = ['bash', '-c', requests.LAUNCHER, 'bash', work, home, local ? dir : ''];
    const remote = [...command, 'env', ...Object.entries(env).map(([name, value]) => `${name}=${value}`), ...launcher];
    const control = new Control(local ? launcher : remote, {
      env: local ? env : process.env,
      stderr: socket.writer,
    });
    socket.handedOn();
    const answer = await introduced(control);
    if (answer.kind !== 'answer') {
      socket.close();
      control.process.kill('SIGKILL');
      const why = printable(output.part().toBuffer()).trim();
      throw new Error(`no bash on ${command.join(' ') || 'this host'}: ${why || JSON.stringify(answer)}`);
    }
    const shell = new Shell(options, { control, socket, output, mark, places: placesOf(answer) });
    return shell;
  }

  /** Runs one script, up to its first failing command. */
  async run(script: Script): Promise<ShellResult> {
    const started = performance.now();
    const { onLine } = script;
    const lines = onLine === undefined ? undefined : new LineEvents((line) => onLine(line, this.#unit));
    this.#begin((chunk) => lines?.push(chunk));
    const { ending, spans } = await this.#runUnits(script, started);
    if (ending.kind === 'died') await within(MARK_MS / 20, this.#socket.ended());
    lines?.end();
    const part = this.#output.part();
    const cuts = part.cuts();
    const commands = spans.map((span, index) => ({ ...span, printed: printable(cuts[index] ?? part.toBuffer()) }));
    const durationMs = Math.round(performance.now() - started);
    return { ending, output: printable(part.toBuffer()), commands, durationMs, timing: part.timing };
  }

  /** Writes a file where the shell stands. @returns why it could not, in bash's words; undefined where it could */
  async writeFile(name: string, content: string): Promise<string | undefined> {
    this.#begin();
    const answer = await this.#ask(requests.fileRequest(name, content, this.#mark), OWN_MS);
    if (answer.kind === 'answer' && (await this.#marked(OWN_MS)) === undefined && answer.words[0] === '0') return;
    return printable(this.#output.part().toBuffer()).trim() || 'le shell de la leçon ne répond plus';
  }

  /**
   * Reads a file by its path from where the shell stands.
   * @param most bytes that are read
   * @returns nothing where there is no such file
   * @throws ShellGone
   */
  async readFile(name: string, most: number): Promise<Buffer | undefined> {
    const { lines } = await this.#must(requests.WHERE);
    const [program = '', ...words] = [...this.#options.command, 'head', '-c', String(most), `${lines[0]}/${name}`];
    const env = this.#options.command.length === 0 ? this.#options.env : process.env;
    const child = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const [content, [code]] = await Promise.all([buffer(child.stdout), once(child, 'close')]);
    return code === 0 ? content : undefined;
  }

  /** @returns a path of the shell's own folder, on its machine */
  pathOf(name: string): string {
    return `${this.#places.dir}/${name}`;
  }

  /** Starts a script behind the others. @throws ShellGone */
  async start({ code, line, name, onLine }: Omit<Script, 'timeout' | 'apart'>): Promise<BackgroundScript> {
    const stem = this.pathOf(`fond-${++this.#backgrounds}`);
    const paths = { file: stem, fifo: `${stem}.sortie`, ended: `${stem}.fin` };
    await this.#must(requests.fifoRequest(paths.fifo));
    const [program = '', ...words] = [...this.#options.command, 'cat', paths.fifo];
    const output = await BackgroundOutput.open(onLine && ((each) => onLine(each, 0)));
    const reader = spawn(program, words, {
      env: this.#options.command.length === 0 ? this.#options.env : process.env,
      stdio: ['ignore', output.writer, 'ignore'],
    });
    output.handedOn();
    await once(reader, 'spawn');
    const request = { code, line, snippet: name, trapped: this.#isTrapped(code), ...paths };
    const { lines } = await this.#must(requests.startRequest(request));
    return { group: Number(lines[0]), ended: paths.ended, output, reader };
  }

  /** @returns whether it still runs. @throws ShellGone */
  async isAlive({ ended }: BackgroundScript): Promise<boolean> {
    const { lines } = await this.#must(requests.endedRequest(ended));
    return lines.length === 0;
  }

  /**
   * Ends a script that `start` began.
   * @param grace milliseconds between SIGTERM and SIGKILL
   * @returns its exit code and failing line where it had ended by itself, 0 where it still ran
   * @throws ShellGone
   */
  async stop(script: BackgroundScript, grace: number): Promise<{ exitCode: number; line: number }> {
    const { lines } = await this.#must(requests.endedRequest(script.ended));
    const [exitCode = 0, line = 0] = (lines[0] ?? '').split(' ').map(Number);
    const reaches = async (target: number, signal: string): Promise<boolean> =>
      (await this.#must(requests.signalRequest(target, signal))).words[0] === '0';
    // Its bash first, and at once: it would report its child's end in the child's output.
    await reaches(script.group, 'KILL');
    await reaches(-script.group, 'TERM');
    const deadline = performance.now() + grace;
    while ((await reaches(-script.group, '0')) && performance.now() < deadline) await delay(STOP_POLL_MS);
    await reaches(-script.group, 'KILL');
    await within(MARK_MS / 20, script.output.ended());
    script.output.close();
    script.reader.kill('SIGKILL');
    return { exitCode, line };
  }

  /** The shell's own processes on this host, which are nobody's leftovers. */
  get pids(): number[] {
    const { pid } = this.#control.process;
    return this.#options.command.length === 0 ? [...this.#places.pids] : pid === undefined ? [] : [pid];
  }

  /** It ended, or its machine did. */
  get isDead(): boolean {
    return this.#dead;
  }

  /** It did not answer in time: it cannot be asked any more. */
  get isSilent(): boolean {
    return this.#silent;
  }

  /** Kills the shell and its process group; what left the group is found by its environment or its folder. */
  async kill(): Promise<void> {
    const { pid } = this.#control.process;
    // Where the machine was started again, its numbers are other processes'.
    if (this.#options.command.length > 0 && !this.#dead) await this.#killThere();
    if (pid !== undefined) signalGroup(pid, 'SIGKILL');
    await this.#control.death;
    this.#socket.close();
  }

  async #killThere(): Promise<void> {
    const [program = '', ...words] = this.#options.command;
    const { pids, dir } = this.#places;
    const child = spawn(program, [...words, 'sh', '-c', requests.deathRequest(pids, dir)], { stdio: 'ignore' });
    await within(
      OWN_MS,
      once(child, 'close').catch(() => {}),
    ); // a machine that is gone has no processes
  }

  async #runUnits(script: Script, started: number): Promise<{ ending: Ending; spans: { from: number; to: number }[] }> {
    const { code, apart = false } = script;
    const all = unitsOf(code);
    const units = apart ? [{ from: 1, to: code.split('\n').length, code, plain: false, strict: false }] : all;
    const trapped = this.#isTrapped(code);
    const spans: { from: number; to: number }[] = [];
    let [status, line] = [units.length === 0 ? 0 : this.#status, 0];
    for (const [index, unit] of units.entries()) {
      this.#unit = index;
      const at = script.line + unit.from - 1;
      const { file, mark } = { file: this.pathOf('extrait'), mark: this.#mark };
      const request = { ...unit, line: at, status, mark, file, trapped, subshell: apart, snippet: script.name };
      const answer = await this.#ask(requests.unitRequest(request), script.timeout - (performance.now() - started));
      spans.push({ from: unit.from, to: unit.to });
      if (answer.kind === 'died') return { ending: answer, spans };
      if (answer.kind === 'timeout') return { ending: { kind: 'timeout', answered: false }, spans };
      const lost = await this.#marked(MARK_MS);
      if (lost !== undefined) return { ending: lost, spans };
      [status, line] = stateOf(answer);
      if (line === 0 && status !== 0 && unit.plain) line = firstLineOf(unit.code, at);
      if (line > 0) break;
    }
    if (!apart) this.#status = status;
    return { ending: await this.#finish(status, line), spans };
  }

  async #finish(status: number, line: number): Promise<Ending> {
    const end = await this.#ask(requests.END, OWN_MS);
    if (end.kind === 'died') return end;
    if (end.kind === 'timeout') return { kind: 'timeout', answered: true };
    const commands = restoringCommands(this.#places.options, end.words);
    if (commands.length > 0) await this.#ask(requests.restoreRequest(commands), OWN_MS);
    return { kind: 'ended', status, line, jobs: end.lines.map(Number) };
  }

  /** A function that looks at the shell may be called by any snippet behind the one that defines it. */
  #isTrapped(code: string): boolean {
    // A `return` that a sourced file would obey is an error at a terminal.
    const looks = asksAboutShell(code) || misplacedIn(code).useless.length > 0;
    this.#looksLater ||= looks && DEFINES.test(code);
    return !looks && !this.#looksLater;
  }

  #begin(listener?: (chunk: Buffer) => void): void {
    this.#output.begin(listener);
    this.#marks = 0;
  }

  /** @returns how the shell ended where the next mark did not come */
  async #marked(timeout: number): Promise<Death | (Timeout & { answered: true }) | undefined> {
    this.#marks += 1;
    const reached = await within(timeout, this.#output.reached(this.#marks), this.#control.death);
    if (reached === undefined) return undefined;
    return reached.kind === 'timeout' ? { ...reached, answered: true } : reached;
  }

  async #ask(request: string, timeout: number): Promise<Answer | Death | Timeout> {
    const answer = await this.#control.ask(request, timeout);
    this.#silent ||= answer.kind === 'timeout';
    return answer;
  }

  async #must(request: string): Promise<Answer> {
    const answer = await this.#ask(request, OWN_MS);
    if (answer.kind === 'answer') return answer;
    throw new ShellGone(answer);
  }
}

/** A script that runs beside others. */
export interface BackgroundScript {
  readonly group: number;
  readonly ended: string;
  readonly output: BackgroundOutput;
  readonly reader: ReturnType<typeof spawn>;
}

/** The shell and what carries its output tell who they are, in any order: the answer has both. */
async function introduced(control: Control): Promise<Answer | Death | Timeout> {
  const first = await control.ask(requests.PRELUDE, OWN_MS);
  if (first.kind !== 'answer') return first;
  const lines = [...first.lines];
  const deadline = performance.now() + OWN_MS;
  while (!lines.some((line) => line.startsWith('sortie ')) && performance.now() < deadline) {
    const more = await control.ask(requests.NOTHING, OWN_MS);
    if (more.kind !== 'answer') return more;
    lines.push(...more.lines);
  }
  return { ...first, lines };
}

function placesOf({ lines, words }: Answer): Places {
  const valueOf = (word: string): string[] =>
    lines.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));
  const pids = ['lanceur', 'sortie', 'pret'].flatMap((word) => valueOf(word)).flatMap((value) => value.split(' '));
  return { dir: valueOf('dossier')[0] ?? '', pids: pids.map(Number), options: words };
}

function stateOf({ lines, words }: Answer): [status: number, line: number] {
  const state = lines.findLast((line) => line.startsWith('etat '));
  if (state === undefined) return [Number(words[0] ?? 0), 0];
  const [, status = 0, line = 0] = state.split(' ').map(Number);
  return [status, line];
}

/** The first line of code of a unit: above it stand comments and blank lines only. */
function firstLineOf(code: string, at: number): number {
  const index = code.split('\n').findIndex((line) => !/^\s*(#|$)/.test(line));
  return at + Math.max(0, index);
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
