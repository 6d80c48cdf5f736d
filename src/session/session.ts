import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { commandsOf } from '../lesson/commands.ts';
import type { Step } from '../lesson/plan.ts';
import { type Comparison, compareStep } from '../judge/compare.ts';
import { excerptOf } from '../judge/excerpt.ts';
import type { StepRecord, WaitRecord } from '../proof/types.ts';
import { type Background, startBackground, stopBackground } from './background.ts';
import { endedNormally } from './endings.ts';
import { sessionEnvironment } from './environment.ts';
import { rewrite, type RunNames } from './rewrite.ts';
import { Scripts } from './scripts.ts';
import { Shell, type ShellResult } from './shell.ts';
import { StepFailure } from './step-failure.ts';

const RETRY_PAUSE_MS = 500;

export interface SessionOptions {
  /** Absolute path of a folder of the session's own. */
  readonly dir: string;
  /** Prefix of the run's clusters, as `orchestre-k3x9`. */
  readonly clusterPrefix: string;
  /** Variables that every process of the session carries, `KUBECONFIG` and the run's mark among them. */
  readonly env: Readonly<Record<string, string>>;
  /** The environment that the allow-list is taken from. */
  readonly world: NodeJS.ProcessEnv;
  /** Told what is being waited for, in French. */
  readonly progress?: (activity: string) => void;
}

/** A step that ran, and whether what it printed is what its author expects. */
export interface StepResult {
  readonly step: Step;
  readonly record: Omit<StepRecord, 'hash'>;
  readonly comparison: Comparison;
}

type Measured = Omit<StepRecord, 'id' | 'hash' | 'status'> & { readonly line?: number };

/** One lesson being executed: a bash, its folder, and what runs behind it. */
export class Session {
  readonly #shell: Shell;
  readonly #scripts: Scripts;
  readonly #work: string;
  readonly #names: RunNames;
  readonly #progress: (activity: string) => void;
  readonly #background = new Map<string, Background>();

  constructor(shell: Shell, scripts: Scripts, options: SessionOptions & { work: string }) {
    this.#shell = shell;
    this.#scripts = scripts;
    this.#work = options.work;
    this.#names = { clusterPrefix: options.clusterPrefix, scripts: scripts.dir };
    this.#progress = options.progress ?? (() => {});
  }

  /** @throws when its folder or its bash cannot be made: the environment's fault */
  static async open(options: SessionOptions): Promise<Session> {
    const [work, home, scripts] = ['travail', 'maison', 'scripts'].map((name) => join(options.dir, name)) as [
      string,
      string,
      string,
    ];
    await Promise.all([work, home, scripts].map((path) => mkdir(path, { recursive: true })));
    const env = sessionEnvironment({ HOME: home, ...options.env }, options.world);
    const shell = await Shell.start(scripts, { cwd: work, env });
    return new Session(shell, new Scripts(scripts), { ...options, work });
  }

  /**
   * Runs one step of the lesson's plan.
   * @returns the results that are known now: its own, but for a `background` step, and that of the one it stops
   * @throws StepFailure when it does not come to an end that can be compared
   */
  async run(step: Step): Promise<StepResult[]> {
    const { attributes } = step.snippet;
    if (attributes.skip !== undefined) return [skipped(step)];
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
    const script = await this.#scripts.write(id, code, position.line + 1);
    this.#background.set(id, await startBackground(this.#shell, step, script));
    await this.#waits(step);
    return [];
  }

  async #stop(background: Background): Promise<StepResult> {
    this.#background.delete(background.step.snippet.id);
    const { output, ...ended } = await stopBackground(this.#shell, background);
    return this.#result(background.step, { ...ended, output: rewrite(output, this.#names), timing: [], waits: [] });
  }

  async #execute(step: Step): Promise<StepResult> {
    const { retry } = step.snippet.attributes;
    const deadline = performance.now() + (step.mustFail ? 0 : (retry ?? 0));
    for (;;) {
      const measured = await this.#attempt(step);
      const result = this.#result(step, { ...measured, waits: [] });
      const waiting = !result.comparison.ok && performance.now() < deadline;
      if (!waiting) {
        const waits = result.comparison.ok && !step.mustFail ? await this.#waits(step) : [];
        return { ...result, record: { ...result.record, waits } };
      }
      this.#progress('attend la sortie prévue');
      await delay(RETRY_PAUSE_MS);
    }
  }

  async #attempt(step: Step) {
    const { id, kind, code, position, attributes } = step.snippet;
    if (kind !== 'command') await this.#writeFile(attributes.file ?? `.${id}.yaml`, code);
    if (kind === 'file') return { exitCode: 0, line: 0, output: '', durationMs: 0, timing: [] };
    const dryRun = `kubectl apply --dry-run=server --validate=strict -o name -f '${join(this.#work, attributes.file ?? `.${id}.yaml`)}' >/dev/null`;
    const script = kind === 'command' ? code : (commandsOf(step.snippet).apply ?? dryRun);
    const result = await this.#runScript(id, { code: script, line: position.line + 1, timeout: attributes.timeout });
    const { exitCode, line } = endedNormally(result, position, attributes.timeout);
    const { output, durationMs, timing } = result;
    return { exitCode, line, output, durationMs, timing };
  }

  async #runScript(name: string, script: { code: string; line: number; timeout: number }): Promise<ShellResult> {
    const result = await this.#shell.run(await this.#scripts.write(name, script.code, script.line), script.timeout);
    return { ...result, output: rewrite(result.output, this.#names) };
  }

  async #waits(step: Step): Promise<WaitRecord[]> {
    const { id, position, attributes } = step.snippet;
    const records: WaitRecord[] = [];
    for (const [index, command] of commandsOf(step.snippet).waits.entries()) {
      this.#progress(command);
      // kubectl's own time-out comes first; ours is for a kubectl that hangs.
      const timeout = attributes.timeout + 15_000;
      const result = await this.#runScript(`${id}.attente${index + 1}`, {
        code: command,
        line: position.line,
        timeout,
      });
      const { exitCode } = endedNormally(result, position, timeout);
      const { output } = result;
      if (exitCode !== 0) throw new StepFailure(position, `attente sans succès : ${command}\n${excerptOf(output)}`);
      records.push({ command, durationMs: result.durationMs, output });
    }
    return records;
  }

  async #writeFile(name: string, code: string): Promise<void> {
    const path = join(this.#work, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${code}\n`);
  }

  #result(step: Step, { line = 0, ...measured }: Measured): StepResult {
    const expectsFailure = step.mustFail || step.snippet.attributes.exit !== 0;
    const status = expectsFailure ? 'expected-failure' : 'proven';
    return { step, record: { id: step.id, status, ...measured }, comparison: compareStep(step, { ...measured, line }) };
  }
}

function skipped(step: Step): StepResult {
  const record = {
    id: step.id,
    status: 'skipped',
    exitCode: 0,
    durationMs: 0,
    output: '',
    timing: [],
    waits: [],
  } as const;
  return { step, record, comparison: { ok: true, shown: '' } };
}
