import { setTimeout as delay } from 'node:timers/promises';
import type { Artefact } from '../artefact/artefact.ts';
import { checkName, checkScript } from '../lesson/check-script.ts';
import { commandsOf } from '../lesson/commands.ts';
import type { Step } from '../lesson/plan.ts';
import { excerptOf } from '../judge/excerpt.ts';
import type { LessonJudge, Verdict } from '../judge/judge.ts';
import type { CommandSpan, Measured, WaitOutcome } from '../judge/outcome.ts';
import { quoted } from '../machine/quoted.ts';
import { type Background, startBackground, stopBackground } from './background.ts';
import { adviceOn, endedNormally, goneFailure } from './endings.ts';
import type { Listener, SessionEvent } from './events.ts';
import { keptFile } from './kept-file.ts';
import { Places, type PlacesOptions } from './places.ts';
import type { Script, ShellResult } from './shell.ts';
import { ShellGone } from './shell-gone.ts';
import { StepFailure } from './step-failure.ts';

const RETRY_PAUSE_MS = 500;
/** Before the attempt that confirms: a state that passes within a second is not what a reader would find. */
const CONFIRM_PAUSE_MS = 1_000;
/** kubectl's own time-out comes first; ours is for a kubectl that hangs. */
const WAIT_GRACE_MS = 15_000;

export interface SessionOptions extends PlacesOptions {
  readonly judge: LessonJudge;
  /** Milliseconds since the lesson began. */
  readonly clock: () => number;
  readonly emit?: Listener;
  /** An output that differs is no reason to stop: what belongs to the step (waits, files to keep) happens all the same. */
  readonly lenient?: boolean;
  /** Kills the shells; what runs then throws its reason. */
  readonly signal?: AbortSignal;
}

/** A step that ran, and whether what it did is what its author expects. */
export interface StepResult {
  readonly step: Step;
  /** `proven`: it ended with 0; `expected-failure`: with the `exit=N` asked for; `skipped`: not run, for a stated reason. */
  readonly status: 'proven' | 'expected-failure' | 'skipped';
  readonly outcome: Measured;
  readonly verdict: Verdict;
  /** The file that it was asked to keep. */
  readonly artefact?: Artefact;
}

interface Attempted {
  readonly measured: Measured;
  readonly verdict: Verdict;
}

/** One lesson being executed: a bash on each of its machines, and what runs behind them. */
export class Session {
  readonly #options: SessionOptions;
  readonly #places: Places;
  readonly #background = new Map<string, Background>();

  private constructor(options: SessionOptions) {
    this.#options = options;
    this.#places = new Places(options);
  }

  /** @throws when a folder or a bash cannot be had: the environment's fault */
  static async open(options: SessionOptions): Promise<Session> {
    options.signal?.throwIfAborted();
    const session = new Session(options);
    options.signal?.addEventListener('abort', () => void session.close(), { once: true });
    await session.#places.first();
    return session;
  }

  /**
   * Runs one step of the lesson's plan.
   * @returns the results that are known now: its own, but for a `background` step, and that of the one it stops
   * @throws StepFailure when it does not come to an end that can be judged
   */
  async run(step: Step): Promise<StepResult[]> {
    const { attributes } = step.snippet;
    if (attributes.skip !== undefined) return [skipped(step, this.#options.clock())];
    const work = attributes.background ? this.#start(step) : this.#execute(step).then((result) => [result]);
    const results = await this.#ofStep(step, work);
    const stopped = attributes.stop === undefined ? undefined : this.#background.get(attributes.stop);
    return stopped === undefined ? results : [...results, await this.#stop(stopped)];
  }

  /**
   * Runs an exercise's check once, whenever somebody wants to know: what it prints binds nothing behind it.
   * @param step the check, before its solution or behind it
   * @param solved the same behind the solution, where it is known
   * @returns its result; of one that passes before the solution was shown, as it is judged behind it
   * @throws StepFailure when it does not come to an end
   */
  async check(step: Step, solved?: Step): Promise<StepResult> {
    const { measured, verdict } = await this.#attempt(step, { apart: true });
    const passed = step.mustFail && measured.exitCode === 0 && solved !== undefined;
    const judged = passed ? this.#options.judge.judge(solved, measured) : verdict;
    this.#emit({ kind: 'judged', step, outcome: measured, verdict: judged });
    const status = measured.exitCode === 0 ? 'proven' : 'expected-failure';
    return { step, status, outcome: measured, verdict: judged };
  }

  /** @returns whether a step may be run: no shell of this host ended, none gave up answering */
  get isUsable(): boolean {
    return this.#places.areUsable;
  }

  /** Ends what runs in the background. @returns the results that only an end gives */
  async finish(): Promise<StepResult[]> {
    const results: StepResult[] = [];
    for (const background of this.#background.values()) results.push(await this.#stop(background));
    return results;
  }

  /** The session's own processes on this host, which are nobody's leftovers. */
  get pids(): readonly number[] {
    const readers = [...this.#background.values()].flatMap(({ script }) => script.reader.pid ?? []);
    return [...this.#places.pids, ...readers];
  }

  /** Kills the shells, whatever they are at. */
  async close(): Promise<void> {
    await this.#places.close();
  }

  async #start(step: Step): Promise<StepResult[]> {
    this.#emit({ kind: 'began', step, attempt: 1 });
    const { shell, rewrite } = await this.#places.of(step);
    const background = await startBackground(shell, step, {
      clock: this.#options.clock,
      rewrite,
      onLine: (text) => this.#emit({ kind: 'line', step, text: rewrite(text), command: 0 }),
    });
    this.#background.set(step.snippet.id, background);
    this.#background.set(step.snippet.id, { ...background, waits: await this.#waits(step) });
    return [];
  }

  #stop(background: Background): Promise<StepResult> {
    return this.#ofStep(background.step, this.#stopped(background));
  }

  async #stopped(background: Background): Promise<StepResult> {
    const { step } = background;
    const { rewrite } = await this.#places.of(step);
    const measured = await stopBackground(background, rewrite);
    this.#background.delete(step.snippet.id);
    return this.#judged(step, { measured, verdict: this.#options.judge.judge(step, measured) });
  }

  /** @throws StepFailure at the step's fence where the shell was gone when something was asked of it */
  async #ofStep<T>(step: Step, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      this.#options.signal?.throwIfAborted();
      throw error instanceof ShellGone ? goneFailure(error, step.snippet.position) : error;
    }
  }

  async #execute(step: Step): Promise<StepResult> {
    const { check, retry } = step.snippet.attributes;
    const attempted =
      retry !== undefined && !step.mustFail
        ? await this.#retried(step, retry)
        : check
          ? await this.#checked(step)
          : await this.#attempt(step);
    const goesOn = attempted.verdict.ok || this.#forgiven(step, attempted.measured);
    const waits = goesOn && !step.mustFail ? await this.#waits(step) : [];
    const name = step.snippet.attributes.artefact;
    const artefact = goesOn && name !== undefined ? await keptFile(step, name, await this.#places.of(step)) : undefined;
    const result = this.#judged(step, { ...attempted, measured: { ...attempted.measured, waits } });
    return artefact === undefined ? result : { ...result, artefact };
  }

  #forgiven(step: Step, { exitCode }: Pick<Measured, 'exitCode'>): boolean {
    return this.#options.lenient === true && !step.mustFail && exitCode === step.snippet.attributes.exit;
  }

  /**
   * What matched once may be a passing state: it has to match twice in a row. Until then nothing is left in the shell,
   * so that what stays there is what one run leaves.
   */
  async #retried(step: Step, time: number): Promise<Attempted> {
    const { instant } = step.snippet.attributes;
    const began = this.#options.clock();
    let held = false;
    for (let attempts = 1; ; attempts++) {
      const last = held || instant;
      const attempted = await this.#attempt(step, { attempts, began, apart: !last });
      const { verdict, measured } = attempted;
      if (verdict.ok && last) return attempted;
      if (!verdict.ok && this.#options.clock() - began >= time) {
        if (!last && this.#forgiven(step, measured)) return this.#attempt(step, { attempts: attempts + 1, began });
        return held ? explained(attempted, PASSING) : attempted;
      }
      held = verdict.ok;
      await delay(held ? CONFIRM_PAUSE_MS : RETRY_PAUSE_MS);
    }
  }

  /** A check that changes something says one thing, then another. A student runs it in a bash of its own. */
  async #checked(step: Step): Promise<Attempted> {
    const first = await this.#attempt(step, { attempts: 1, apart: true });
    if (!first.verdict.ok) return first;
    const second = await this.#attempt(step, { apart: true });
    return second.verdict.ok ? second : explained(second, CHANGING);
  }

  async #attempt(step: Step, how: { attempts?: number; began?: number; apart?: boolean } = {}): Promise<Attempted> {
    const { kind, code, position, attributes } = step.snippet;
    const startMs = this.#options.clock();
    const { attempts = 1, began = startMs } = how;
    this.#emit({ kind: 'began', step, attempt: attempts });
    const path = kind === 'command' ? undefined : await this.#writeFile(step);
    const script =
      kind === 'command'
        ? this.#commandOf(step)
        : kind === 'manifest'
          ? this.#manifestCommand(step, path ?? '')
          : undefined;
    const ran = script === undefined ? NOTHING : await this.#runCode(step, script, how.apart ?? false);
    const tookMs = attempts === 1 ? ran.durationMs : Math.round(this.#options.clock() - began);
    const measured = { ...ran, startMs, tookMs, attempts, waits: [] };
    const verdict = this.#options.judge.judge(step, measured);
    const advice = kind === 'command' && attributes.exit === 0 ? adviceOn(code, position.line + 1) : '';
    return verdict.ok || advice === '' ? { measured, verdict } : explained({ measured, verdict }, advice);
  }

  /** A check is a file that its reader gives to a bash of its own, which knows nothing of the lesson's variables. */
  #commandOf({ snippet }: Step): string {
    if (!snippet.attributes.check) return snippet.code;
    return `bash -c ${quoted(checkScript(snippet))} ${checkName(this.#options.lesson, snippet)}`;
  }

  /** `--validate=strict` on the server: what the schema of this very version refuses. */
  #manifestCommand({ snippet }: Step, path: string): string {
    const apply = commandsOf(snippet).apply;
    return apply ?? `kubectl apply --dry-run=server --validate=strict -o name -f ${quoted(path)} >/dev/null`;
  }

  async #runCode(step: Step, code: string, apart: boolean) {
    const { id, position, attributes } = step.snippet;
    const script = { code, line: position.line + 1, name: id, timeout: attributes.timeout, apart };
    const result = await this.#runScript(step, script, (text, command) =>
      this.#emit({ kind: 'line', step, text, command }),
    );
    const { exitCode, line: failedLine } = endedNormally(result, script, position);
    const { output, durationMs, timing } = result;
    return { exitCode, failedLine, output, durationMs, timing, commands: spansOf(result, step.snippet.code) };
  }

  async #runScript(step: Step, script: Script, onLine: (text: string, command: number) => void): Promise<ShellResult> {
    const { shell, rewrite } = await this.#places.of(step);
    const result = await shell.run({ ...script, onLine: (line, unit) => onLine(rewrite(line), unit) });
    this.#options.signal?.throwIfAborted();
    const commands = result.commands.map((each) => ({ ...each, printed: rewrite(each.printed) }));
    return { ...result, commands, output: rewrite(result.output) };
  }

  async #waits(step: Step): Promise<WaitOutcome[]> {
    const { id, position, attributes } = step.snippet;
    const outcomes: WaitOutcome[] = [];
    for (const command of commandsOf(step.snippet).waits) {
      const startMs = this.#options.clock();
      this.#emit({ kind: 'waiting', step, command });
      const timeout = attributes.timeout + WAIT_GRACE_MS;
      const script = { code: command, line: position.line, name: id, timeout, apart: true };
      const result = await this.#runScript(step, script, (line) =>
        this.#emit({ kind: 'waiting', step, command, line }),
      );
      const { exitCode } = endedNormally(result, script, position);
      const { output, durationMs } = result;
      if (exitCode !== 0)
        throw new StepFailure(
          position,
          `attente sans succès : ${command} → corrigez wait=, ou augmentez timeout=\n${excerptOf(output)}`,
        );
      outcomes.push({ command, startMs, durationMs, output });
    }
    return outcomes;
  }

  /** Where the shell stands, as a reader would; a manifest without a name, where nobody sees it. */
  async #writeFile(step: Step): Promise<string> {
    const { code, position, attributes } = step.snippet;
    const { shell, rewrite } = await this.#places.of(step);
    const path = attributes.file ?? shell.pathOf('manifeste.yaml');
    const reason = await shell.writeFile(path, code);
    this.#options.signal?.throwIfAborted();
    if (reason === undefined) return path;
    throw new StepFailure(
      position,
      `le fichier ${attributes.file ?? ''} n’a pas pu être écrit là où se trouve le shell → corrigez file=, ou le dossier courant\n${rewrite(reason)}`,
    );
  }

  #judged(step: Step, { measured, verdict }: Attempted): StepResult {
    if (verdict.ok) this.#options.judge.accept(step, measured);
    this.#emit({ kind: 'judged', step, outcome: measured, verdict });
    const expectsFailure = step.mustFail || step.snippet.attributes.exit !== 0;
    return { step, status: expectsFailure ? 'expected-failure' : 'proven', outcome: measured, verdict };
  }

  #emit(event: Unclocked<SessionEvent>): void {
    this.#options.emit?.({ ...event, atMs: this.#options.clock() } as SessionEvent);
  }
}

type Unclocked<T> = T extends unknown ? Omit<T, 'atMs'> : never;

const NOTHING = { exitCode: 0, failedLine: 0, output: '', durationMs: 0, timing: [], commands: [] };
const PASSING =
  '\n→ la sortie attendue est venue une fois, puis a changé : attendez un état qui dure (wait=), ou écrivez instant si c’est l’état passager que l’on montre';
const CHANGING =
  '\n→ exécutée deux fois de suite, la vérification ne répond pas deux fois la même chose : elle change ce qu’elle vérifie ; qu’elle ne fasse que lire';

function explained({ measured, verdict }: Attempted, advice: string): Attempted {
  return verdict.ok ? { measured, verdict } : { measured, verdict: { ...verdict, message: verdict.message + advice } };
}

/** Commands end in order, none behind the whole output (what a later one erased counts no more), nor behind the author's lines. */
function spansOf({ commands, output }: ShellResult, code: string): CommandSpan[] {
  const last = code.split('\n').length;
  let least = 0;
  return commands.map(({ from, to, printed }) => {
    least = Math.max(least, Math.min(printed.length, output.length));
    return { from, to: Math.min(to, last), until: least };
  });
}

function skipped(step: Step, startMs: number): StepResult {
  const outcome = { ...NOTHING, startMs, tookMs: 0, attempts: 0, waits: [] };
  return { step, status: 'skipped', outcome, verdict: { ok: true, shown: '' } };
}
