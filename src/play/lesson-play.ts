import { join } from 'node:path';
import type { ClusterEvent } from '../cluster-map/types.ts';
import { LessonJudge } from '../judge/judge.ts';
import { lessonDir } from '../lab/context.ts';
import type { Following, Lab, LabProvider } from '../lab/types.ts';
import type { Run } from '../ledger/ownership.ts';
import { planOf, type Step } from '../lesson/plan.ts';
import type { Lesson, Position } from '../lesson/types.ts';
import type { Machine } from '../lab/types.ts';
import { asToolError } from '../machine/environment-fault.ts';
import { settled } from '../machine/settled.ts';
import { ToolError } from '../machine/tool-error.ts';
import { Session, type StepResult } from '../session/session.ts';
import { StepFailure } from '../session/step-failure.ts';
import type { PlayListener } from './events.ts';
import { LESSON_VARIABLE, Survivors } from './survivors.ts';

const MISSED = 'ce que le cluster est devenu n’a pas été suivi sans lacune : rien n’en sera dessiné';

/** What a lesson needs to be played. */
export interface PlayOptions {
  /** Owns the lesson's processes and folder. */
  readonly run: Run;
  /** Of the kind that the lesson asks for. */
  readonly labs: LabProvider;
  /** The environment that the session's allow-list is taken from. */
  readonly world: NodeJS.ProcessEnv;
  /** An output that differs is accepted, to be written into the lesson afterwards. */
  readonly update?: boolean;
  /**
   * In front of a class: what follows an output that differs is run all the same. And the presenter has a terminal of his
   * own in the lesson's folder: what runs there is not the lesson's for that.
   */
  readonly live?: boolean;
  readonly listen?: PlayListener;
}

/** One lesson on its lab, step by step: opened, run, and closed whatever happens in between. */
export class LessonPlay {
  readonly lesson: Lesson;
  /** What held, by step id. */
  readonly results = new Map<string, StepResult>();
  readonly #options: PlayOptions;
  readonly #plan: readonly Step[];
  readonly #survivors: Survivors;
  #lab: Lab | undefined;
  #session: Session | undefined;
  #failedLine: number | undefined;
  #shells = 0;
  #stopping = new AbortController();
  /** When the session's clock began. */
  #began = performance.now();
  #following: Following | undefined;
  readonly #events: ClusterEvent[] = [];
  #sawAll = false;
  #hasBegun = false;

  constructor(lesson: Lesson, options: PlayOptions) {
    this.lesson = lesson;
    this.#options = options;
    this.#plan = planOf(lesson);
    const { run, live = false } = options;
    const own = (): readonly number[] => this.#session?.pids ?? [];
    this.#survivors = new Survivors(lesson, {
      mark: this.#mark,
      own,
      ...(live ? {} : { dir: lessonDir(run, lesson) }),
    });
  }

  /** @throws ToolError when lab or shell cannot be had: the environment's failure; `close` still has to be called */
  async open(): Promise<void> {
    await this.#open().catch((error: unknown) => {
      this.#failedLine = 1;
      return asToolError(error);
    });
  }

  async #open(): Promise<void> {
    const { labs, listen } = this.#options;
    listen?.({ kind: 'preparing' });
    const lab = await labs.enter(this.lesson);
    this.#lab = lab;
    const [following] = await settled([lab.follow((object) => this.#changed(object)), this.#openSession(lab)] as const);
    this.#following = following;
  }

  /** What was there before the first step was there from the beginning. */
  #changed(object: ClusterEvent['object']): void {
    const event = { at: this.#hasBegun ? this.#clock() : 0, object };
    this.#events.push(event);
    this.#options.listen?.({ kind: 'cluster', event });
  }

  readonly #clock = (): number => Math.round(performance.now() - this.#began);

  async #openSession(lab: Lab): Promise<void> {
    const { run, world, update = false, live = false, listen } = this.#options;
    this.#began = performance.now();
    this.#stopping = new AbortController();
    this.#shells += 1;
    this.#session = await Session.open({
      dir: join(lessonDir(run, this.lesson), this.#shells === 1 ? 'session' : `session-${this.#shells}`),
      machines: lab.machines,
      lesson: this.lesson,
      judge: new LessonJudge(this.lesson),
      renames: lab.renames,
      env: { ...run.env, [LESSON_VARIABLE]: this.#mark },
      world,
      clock: this.#clock,
      lenient: update || live,
      signal: this.#stopping.signal,
      ...(listen === undefined ? {} : { emit: listen }),
    });
  }

  /** Kills the shells: the step that runs is told at once that it failed. `reopen` has to follow, or `close`. */
  stop(): void {
    this.#failedLine ??= 1;
    this.#stopping.abort(new Error('stopped'));
  }

  /**
   * New shells in the same lab, after `stop` or after a step that took its shell down. What was run is forgotten: its
   * variables and what ran behind it are gone.
   * @throws ToolError when no shell can be had
   */
  async reopen(): Promise<void> {
    const lab = this.#lab;
    if (lab === undefined) throw new Error('lesson not open');
    this.#failedLine ??= 1;
    await this.#session?.close();
    await this.#survivors.end();
    this.results.clear();
    await this.#openSession(lab).catch(async (error: unknown) => asToolError((await lab.fault()) ?? error));
  }

  /** @returns whether a step may be run at all; false: `reopen` */
  get isUsable(): boolean {
    return this.#session?.isUsable === true && !this.#stopping.signal.aborted;
  }

  /** Where the lesson runs; empty where it was never had. */
  get machines(): readonly Machine[] {
    return this.#lab?.machines ?? [];
  }

  /**
   * Runs an exercise's check once, at any time and as often as wanted; it is no part of the lesson's course.
   * @param id the step's: `<id>/avant`, or that behind the solution
   * @throws StepFailure when it does not come to an end, ToolError when the lab is at fault
   */
  async check(id: string): Promise<StepResult> {
    const step = this.#plan.find((each) => each.id === id);
    if (step?.snippet.attributes.check !== true || this.#session === undefined) throw new Error(`no check ${id}`);
    const solved = this.#plan.find((each) => each.snippet === step.snippet && !each.mustFail);
    try {
      return await this.#session.check(step, solved).catch(asToolError);
    } catch (error) {
      throw (await this.#lab?.fault()) ?? error;
    }
  }

  /** What was found in the lab: versions by name, digests by image; nothing where it was never had. */
  get found(): Pick<Lab, 'versions' | 'digests'> {
    return { versions: this.#lab?.versions ?? {}, digests: this.#lab?.digests ?? {} };
  }

  /** What became of the lab's objects, in the order of time; nothing before `close`, or where some of it was missed. */
  get events(): readonly ClusterEvent[] {
    return this.#sawAll ? this.#events : [];
  }

  /** @returns why the next step is not run: the line that failed before it; undefined when it may run */
  get stoppedAt(): number | undefined {
    return this.#failedLine;
  }

  /**
   * Runs a step; steps have to come in the order of the plan.
   * @param id the step's
   * @throws StepFailure when the step does not hold, ToolError when the lab is at fault
   */
  async run(id: string): Promise<void> {
    const index = this.#plan.findIndex((step) => step.id === id);
    const step = this.#plan[index];
    if (step === undefined || this.#session === undefined) throw new Error(`unknown step ${id}, or session not open`);
    this.#hasBegun = true;
    this.#options.listen?.({ kind: 'running', step, index, total: this.#plan.length });
    try {
      for (const result of await this.#session.run(step).catch(asToolError)) this.#accept(result);
      await this.#refuseLostFields(step);
    } catch (error) {
      this.#failedLine = step.snippet.position.line;
      throw (await this.#lab?.fault()) ?? error;
    }
  }

  /**
   * Ends the lesson, whatever became of it: session first, then what survived it, then the lab.
   * @returns every failure: what it left behind, what did not hold in the background, what could not be tidied up
   */
  async close(): Promise<readonly Error[]> {
    this.#options.listen?.({ kind: 'closing' });
    const failures: Error[] = [];
    const attempt = async (part: () => Promise<readonly Error[]>): Promise<void> => {
      failures.push(...(await part().catch((error: unknown) => [error as Error])));
    };
    await attempt(() => this.#finish());
    await this.#stopFollowing();
    // Seen before the shell ends, which takes its group along; ended after it, which could start more.
    const before = await this.#survivors.lasting().catch(() => []);
    await attempt(silently(async () => this.#session?.close()));
    await attempt(async () => this.#excused(await this.#survivors.end(before)));
    await attempt(() => this.#inspect());
    await attempt(silently(async () => this.#lab?.leave()));
    const told = await this.#withoutEchoes(failures);
    const [first] = told;
    if (first !== undefined) this.#failedLine ??= first instanceof StepFailure ? first.position.line : 1;
    return told;
  }

  async #stopFollowing(): Promise<void> {
    if (this.#following === undefined) return;
    this.#sawAll = await this.#following.stop().catch(() => false);
    const { live = false, listen } = this.#options;
    if (!this.#sawAll && !live && this.#failedLine === undefined) listen?.({ kind: 'notice', text: MISSED });
  }

  /** Every step of the plan ran and held, and so did the end. */
  get isGreen(): boolean {
    return this.#failedLine === undefined && this.#plan.every(({ id }) => this.results.has(id));
  }

  /** A lesson that stopped half-way had no chance to end what it began, nor to tidy up: that is not its fault. */
  #excused(failures: readonly Error[]): readonly Error[] {
    return this.#failedLine === undefined ? failures : [];
  }

  async #finish(): Promise<Error[]> {
    if (this.#session === undefined || this.#failedLine !== undefined) return [];
    const failures: Error[] = [];
    for (const result of await this.#session.finish()) {
      try {
        this.#accept(result);
      } catch (error) {
        failures.push(error as Error);
      }
    }
    return failures;
  }

  async #inspect(): Promise<readonly Error[]> {
    if (this.#lab === undefined) return [];
    const shown = [...this.results.values()].map(({ step, outcome }) => ({
      code: step.snippet.code,
      output: outcome.output,
    }));
    const { troubles, notices } = await this.#lab.inspect(shown);
    for (const text of notices) this.#options.listen?.({ kind: 'notice', text });
    return this.#excused(troubles.map(({ position, message }) => new StepFailure(position, message)));
  }

  /** Where the lab died, whatever else went wrong while closing says nothing more. */
  async #withoutEchoes(failures: readonly Error[]): Promise<readonly Error[]> {
    if (!failures.some((failure) => failure instanceof ToolError)) return failures;
    const fault = await this.#lab?.fault().catch(() => undefined);
    return fault === undefined ? failures : this.#failedLine === undefined ? [fault] : [];
  }

  #accept(result: StepResult): void {
    const { verdict, step, outcome } = result;
    const rewritable =
      this.#options.update === true &&
      step.snippet.kind !== 'file' &&
      outcome.exitCode === step.snippet.attributes.exit;
    if (!verdict.ok && !rewritable) {
      throw new StepFailure({ ...step.snippet.position, line: verdict.line }, verdict.message);
    }
    this.results.set(step.id, result);
  }

  async #refuseLostFields({ snippet }: Step): Promise<void> {
    const { kind, code, position, attributes } = snippet;
    if (kind !== 'manifest' || attributes.exit !== 0 || attributes.skip !== undefined) return;
    const [lost, ...others] = (await this.#lab?.lostFields(code)) ?? [];
    if (lost === undefined) return;
    const also = others.length === 0 ? '' : `, ni ${others.join(', ')}`;
    const message = `le serveur accepte ce YAML, mais ne garde pas ${lost}${also} : ce champ demande une fonction que ce cluster n’a pas activée → retirez-le`;
    throw new StepFailure(placeOfField(position, code, lost), message);
  }

  get #mark(): string {
    return `${this.#options.run.id}-${this.lesson.slug}`;
  }
}

/** What only fails by throwing. */
function silently(part: () => Promise<void>): () => Promise<[]> {
  return async () => {
    await part();
    return [];
  };
}

/** The first line of the snippet that writes the field's last key. */
function placeOfField(position: Position, code: string, path: string): Position {
  const key = /(\w+)(?:\[\d+\])?$/.exec(path)?.[1] ?? '';
  const index = code.split('\n').findIndex((line) => line.includes(`${key}:`));
  return index < 0 ? position : { ...position, line: position.line + 1 + index, column: 1 };
}
