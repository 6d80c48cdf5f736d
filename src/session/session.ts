import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { commandsOf } from '../lesson/commands.ts';
import type { Step } from '../lesson/plan.ts';
import { excerptOf } from '../judge/excerpt.ts';
import type { LessonJudge, Verdict } from '../judge/judge.ts';
import type { Measured, WaitOutcome } from '../judge/outcome.ts';
import type { Machine, Rename } from '../lab/types.ts';
import type { Lesson } from '../lesson/types.ts';
import { type Background, startBackground, stopBackground } from './background.ts';
import { endedNormally } from './endings.ts';
import { sessionEnvironment } from './environment.ts';
import type { Listener, SessionEvent } from './events.ts';
import { rewrite, type RunNames } from './rewrite.ts';
import { Scripts } from './scripts.ts';
import { Shell, type ShellResult } from './shell.ts';
import { StepFailure } from './step-failure.ts';

const RETRY_PAUSE_MS = 500;

export interface SessionOptions {
  /** The first is where a fence runs that names none. */
  readonly machines: readonly Machine[];
  readonly lesson: Lesson;
  readonly judge: LessonJudge;
  /** Names of the run as they are printed, and what the reader's are called instead. */
  readonly renames: readonly Rename[];
  /** The run's marks, which every process of the session carries. */
  readonly env: Readonly<Record<string, string>>;
  /** The environment that the allow-list is taken from. */
  readonly world: NodeJS.ProcessEnv;
  /** Absolute path of a folder of the session's own, on this host. */
  readonly dir: string;
  /** Milliseconds since the lesson began. */
  readonly clock: () => number;
  readonly emit?: Listener;
  /** An output that differs is to be taken over: what follows it happens all the same. */
  readonly update?: boolean;
  readonly signal?: AbortSignal;
}

/** A step that ran, and whether what it did is what its author expects. */
export interface StepResult {
  readonly step: Step;
  /** `proven`: it ended with 0; `expected-failure`: with the `exit=N` asked for; `skipped`: not run, for a stated reason. */
  readonly status: 'proven' | 'expected-failure' | 'skipped';
  readonly outcome: Measured;
  readonly verdict: Verdict;
}

type Running = Background & Pick<Measured, 'startMs' | 'waits'>;
type Unclocked<T> = T extends unknown ? Omit<T, 'atMs'> : never;

/** One lesson being executed: a bash, its folder, and what runs behind it. */
export class Session {
  readonly #shell: Shell;
  readonly #scripts: Scripts;
  readonly #work: string;
  readonly #names: RunNames;
  readonly #options: SessionOptions;
  readonly #background = new Map<string, Running>();

  constructor(shell: Shell, scripts: Scripts, options: SessionOptions) {
    this.#shell = shell;
    this.#scripts = scripts;
    this.#work = machineOf(options).work;
    this.#names = { renames: options.renames, scripts: scripts.dir };
    this.#options = options;
  }

  /** @throws when its folder or its bash cannot be made: the environment's fault */
  static async open(options: SessionOptions): Promise<Session> {
    const { work, home, env: own } = machineOf(options);
    const scripts = join(options.dir, 'scripts');
    await Promise.all([work, home, scripts].map((path) => mkdir(path, { recursive: true })));
    const env = sessionEnvironment({ HOME: home, ...own, ...options.env }, options.world);
    const shell = await Shell.start(scripts, { cwd: work, env });
    return new Session(shell, new Scripts(scripts), options);
  }

  /**
   * Runs one step of the lesson's plan.
   * @returns the results that are known now: its own, but for a `background` step, and that of the one it stops
   * @throws StepFailure when it does not come to an end that can be compared
   */
  async run(step: Step): Promise<StepResult[]> {
    const { attributes } = step.snippet;
    if (attributes.skip !== undefined) return [skipped(step, this.#options.clock())];
    const results = attributes.background ? await this.#start(step) : [await this.#execute(step)];
    const stopped = attributes.stop === undefined ? undefined : this.#background.get(attributes.stop);
    return stopped === undefined ? results : [...results, await this.#stop(stopped)];
  }

  /** Ends what runs in the background. @returns the results that only an end gives */
  async finish(): Promise<StepResult[]> {
    const results: StepResult[] = [];
    for (const background of this.#background.values()) results.push(await this.#stop(background));
    return results;
  }

  /** The session's own processes, which are nobody's leftovers. */
  get pids(): readonly number[] {
    return this.#shell.pids;
  }

  /** Kills the bash, whatever it is at. */
  async close(): Promise<void> {
    await this.#shell.kill();
  }

  async #start(step: Step): Promise<StepResult[]> {
    const { id, code, position } = step.snippet;
    this.#emit({ kind: 'began', step, attempt: 1 });
    const script = await this.#scripts.write(id, code, position.line + 1);
    const startMs = this.#options.clock();
    const background = await startBackground(this.#shell, step, script);
    this.#background.set(id, { ...background, startMs, waits: await this.#waits(step) });
    return [];
  }

  async #stop({ step, startMs, waits, ...background }: Running): Promise<StepResult> {
    this.#background.delete(step.snippet.id);
    const { output, exitCode, durationMs } = await stopBackground(this.#shell, { step, ...background });
    const run = { exitCode, output: rewrite(output, this.#names), durationMs, timing: [], failedLine: 0 };
    return this.#judged(step, { ...run, startMs, tookMs: durationMs, attempts: 1, commands: [], waits });
  }

  async #execute(step: Step): Promise<StepResult> {
    const { retry } = step.snippet.attributes;
    const began = performance.now();
    const deadline = began + (step.mustFail ? 0 : (retry ?? 0));
    for (let attempts = 1; ; attempts++) {
      const startMs = this.#options.clock();
      this.#emit({ kind: 'began', step, attempt: attempts });
      const run = await this.#attempt(step);
      const tookMs = Math.round(performance.now() - began);
      const measured = { ...run, startMs, tookMs, attempts, commands: [], waits: [] };
      const verdict = this.#options.judge.judge(step, measured);
      if (verdict.ok || performance.now() >= deadline) {
        const goesOn = verdict.ok || this.#rewritable(step, measured);
        const waits = goesOn && !step.mustFail ? await this.#waits(step) : [];
        return this.#judged(step, { ...measured, waits });
      }
      await delay(RETRY_PAUSE_MS);
    }
  }

  #rewritable(step: Step, { exitCode }: Pick<Measured, 'exitCode'>): boolean {
    return this.#options.update === true && !step.mustFail && exitCode === step.snippet.attributes.exit;
  }

  async #attempt(step: Step) {
    const { id, kind, code, position, attributes } = step.snippet;
    if (kind !== 'command') await this.#writeFile(attributes.file ?? `.${id}.yaml`, code);
    if (kind === 'file') return { exitCode: 0, failedLine: 0, output: '', durationMs: 0, timing: [] };
    const dryRun = `kubectl apply --dry-run=server --validate=strict -o name -f '${join(this.#work, attributes.file ?? `.${id}.yaml`)}' >/dev/null`;
    const script = kind === 'command' ? code : (commandsOf(step.snippet).apply ?? dryRun);
    const result = await this.#runScript(id, { code: script, line: position.line + 1, timeout: attributes.timeout });
    const { exitCode, line: failedLine } = endedNormally(result, position, attributes.timeout);
    const { output, durationMs, timing } = result;
    return { exitCode, failedLine, output, durationMs, timing };
  }

  async #runScript(name: string, script: { code: string; line: number; timeout: number }): Promise<ShellResult> {
    const result = await this.#shell.run(await this.#scripts.write(name, script.code, script.line), script.timeout);
    return { ...result, output: rewrite(result.output, this.#names) };
  }

  async #waits(step: Step): Promise<WaitOutcome[]> {
    const { id, position, attributes } = step.snippet;
    const outcomes: WaitOutcome[] = [];
    for (const [index, command] of commandsOf(step.snippet).waits.entries()) {
      const startMs = this.#options.clock();
      this.#emit({ kind: 'waiting', step, command });
      // kubectl's own time-out comes first; ours is for a kubectl that hangs.
      const timeout = attributes.timeout + 15_000;
      const result = await this.#runScript(`${id}.attente${index + 1}`, {
        code: command,
        line: position.line,
        timeout,
      });
      const { exitCode } = endedNormally(result, position, timeout);
      const { output, durationMs } = result;
      if (exitCode !== 0) throw new StepFailure(position, `attente sans succès : ${command}\n${excerptOf(output)}`);
      outcomes.push({ command, startMs, durationMs, output });
    }
    return outcomes;
  }

  async #writeFile(name: string, code: string): Promise<void> {
    const path = join(this.#work, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${code}\n`);
  }

  #judged(step: Step, outcome: Measured): StepResult {
    const { judge } = this.#options;
    const verdict = judge.judge(step, outcome);
    if (verdict.ok) judge.accept(step, outcome);
    this.#emit({ kind: 'judged', step, outcome, verdict });
    const expectsFailure = step.mustFail || step.snippet.attributes.exit !== 0;
    return { step, status: expectsFailure ? 'expected-failure' : 'proven', outcome, verdict };
  }

  #emit(event: Unclocked<SessionEvent>): void {
    this.#options.emit?.({ ...event, atMs: this.#options.clock() } as SessionEvent);
  }
}

function machineOf({ machines: [machine] }: SessionOptions): Machine {
  if (machine === undefined) throw new Error('a session needs a machine');
  return machine;
}

function skipped(step: Step, startMs: number): StepResult {
  const outcome = {
    exitCode: 0,
    failedLine: 0,
    output: '',
    startMs,
    durationMs: 0,
    tookMs: 0,
    attempts: 0,
    timing: [],
    commands: [],
    waits: [],
  };
  return { step, status: 'skipped', outcome, verdict: { ok: true, shown: '' } };
}
