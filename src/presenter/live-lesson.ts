import { planOf, type Step } from '../lesson/plan.ts';
import type { Lesson } from '../lesson/types.ts';
import { ToolError } from '../machine/tool-error.ts';
import type { PlayListener } from '../play/events.ts';
import type { LessonPlay } from '../play/lesson-play.ts';
import { StepFailure } from '../session/step-failure.ts';
import { counted } from '../typography/french.ts';
import { CourseOfSteps, isCheck, isUnseen } from './course-of-steps.ts';
import { accessOf } from './lab-access.ts';
import type { BridgeEvent, BridgeState } from './protocol.ts';
import { Retelling } from './retelling.ts';
import { sentenceOf } from './sentence-of.ts';
import { type StepAtWork, StepsAtWork } from './steps-at-work.ts';

type StateEvent = Extract<BridgeEvent, { type: 'state' }>;

export interface LiveOptions {
  /** A play of the lesson that tells this listener. */
  readonly play: (listen: PlayListener) => LessonPlay;
  /** Makes sure that its lab can be had here. @throws ToolError */
  readonly require: () => Promise<void>;
  /** Told all that happens, in order. */
  readonly tell: (event: BridgeEvent) => void;
  /** Told before the first event of a lesson that starts over: what was told is of no use any more. */
  readonly startsOver: () => void;
  /** Told the whole of what the state says in a sentence: what lacks, what to do, and the command that failed; a defect. */
  readonly fail: (error: Error) => void;
}

/** One lesson in front of a class: opened once, its steps run when they are asked for, one at a time. */
export class LiveLesson {
  readonly lesson: Lesson;
  readonly #options: LiveOptions;
  readonly #course: CourseOfSteps;
  readonly #work = new StepsAtWork();
  #play: LessonPlay;
  #retelling: Retelling;
  #state: BridgeState = 'preparing';
  #text: string | undefined;
  #catchingUp: StateEvent['catchingUp'];
  #busy: Promise<void> | undefined;
  #stopped = false;
  #renewing = false;
  #opening = false;
  /** What was run so far is given up: shells that die are not replaced. */
  #ending = false;
  #closed = false;
  /** The lab has seen snippets that the shells know nothing of. */
  #worn = false;

  constructor(lesson: Lesson, options: LiveOptions) {
    this.lesson = lesson;
    this.#options = options;
    this.#course = new CourseOfSteps(planOf(lesson));
    [this.#play, this.#retelling] = this.#newPlay();
  }

  /** Ids of the plan, in order. */
  get steps(): readonly string[] {
    return this.#course.plan.map(({ id }) => id);
  }

  /** Makes the lab and opens the lesson in it; what goes wrong becomes the state. */
  open(): Promise<void> {
    return this.#inTurn(() => this.#open());
  }

  /** Its lab is being made: `close` waits until it is there. */
  get isOpening(): boolean {
    return this.#opening;
  }

  /** @param how.goesOn steps follow at once: nobody has to be told in between */
  async #open({ goesOn = false } = {}): Promise<void> {
    if (this.#closed) return;
    this.#become('preparing', 'préparation');
    this.#opening = true;
    try {
      await this.#options.require();
      await this.#play.open();
      if (goesOn) this.#state = 'running';
      else this.#become('ready');
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#opening = false;
    }
  }

  /** Runs a step. @returns why nothing was run, in French; undefined where it was begun */
  run(id: string): string | undefined {
    const step = this.#course.find(id);
    if (step === undefined) return 'cet extrait n’est pas de cette leçon';
    const refusal = this.#whyNot();
    if (refusal !== undefined) return refusal;
    if (isCheck(step)) return this.#begin(() => this.#runCheck(step));
    if (this.#worn) return this.#behind(WORN);
    if (this.#course.hasHeld(id)) return 'cet extrait a déjà été exécuté : N recommence la leçon';
    const missing = this.#course.missingBefore(id);
    if (!missing.every(isUnseen)) {
      const seen = missing.filter((each) => !isUnseen(each));
      const some = counted(seen.length, 'extrait n’a pas été exécuté', 'extraits n’ont pas été exécutés');
      return this.#behind(`avant celui-ci, ${some} : Maj+L les exécute`);
    }
    return this.#begin(() => this.#runAll([...missing, step]));
  }

  /** Runs what was not run before a step. @returns why nothing was run, in French */
  catchUp(id: string): string | undefined {
    if (this.#course.find(id) === undefined) return 'cet extrait n’est pas de cette leçon';
    const refusal = this.#whyNot();
    if (refusal !== undefined) return refusal;
    if (!this.#worn && this.#course.missingBefore(id).length === 0) return 'rien n’est à rattraper';
    return this.#begin(async () => {
      if (this.#worn) await this.#startOver({ goesOn: true });
      if (this.#state === 'failed' || this.#closed) return;
      await this.#runAll(this.#course.missingBefore(id), { counting: true });
    });
  }

  /** Kills what runs, and opens new shells. @returns why nothing was stopped, in French */
  stop(): string | undefined {
    // Asked once more while it is being done: the new shells are not to be stopped too.
    if (this.#renewing) return undefined;
    if (this.#state !== 'running' && !this.#work.goOn) return 'rien ne s’exécute';
    this.#halt();
    return this.#busy === undefined ? this.#begin(() => this.#renew('arrêté')) : undefined;
  }

  /** A new place in the lab and new shells, once what runs is stopped. @returns why not, in French */
  restart(): string | undefined {
    if (this.#state === 'preparing' || this.#givesUp) return 'la leçon se prépare encore';
    this.#ending = true;
    if (this.#state === 'running') this.#halt();
    return this.#begin(() => this.#startOver());
  }

  /** Stops what runs and tidies up as verify would. @returns what could not be tidied up */
  async close(): Promise<readonly Error[]> {
    this.#closed = true;
    if (this.#state === 'running') this.#halt();
    await this.#busy;
    const failures = await this.#play.close();
    // A lesson left half-way leaves things where its end would have tidied up.
    return failures.filter((failure) => failure instanceof ToolError);
  }

  /** What the lesson is at, as every window is told. */
  get state(): StateEvent {
    const lab = accessOf(this.#play, this.lesson);
    const { next, held } = this.#course;
    const { current } = this.#work;
    return {
      type: 'state',
      state: this.#state,
      ...(this.#text === undefined ? {} : { text: this.#text }),
      ran: held,
      ...(next === undefined ? {} : { next }),
      ...(current === undefined ? {} : { snippet: current }),
      ...(this.#catchingUp === undefined ? {} : { catchingUp: this.#catchingUp }),
      ...(lab === undefined ? {} : { lab }),
    };
  }

  #whyNot(): string | undefined {
    if (this.#state === 'preparing') return 'la leçon se prépare encore';
    if (this.#state === 'failed') return 'la leçon n’a pas de quoi s’exécuter : N essaie de nouveau';
    if (this.#busy !== undefined || this.#givesUp) return 'un extrait s’exécute : A l’arrête';
    return undefined;
  }

  #behind(text: string): string {
    this.#become('to-catch-up', text);
    return text;
  }

  #begin(task: () => Promise<void>): undefined {
    void this.#inTurn(task);
  }

  /** One thing at a time. */
  async #inTurn(task: () => Promise<void>): Promise<void> {
    const before = this.#busy;
    const work = (async () => {
      await before;
      await task();
    })().catch((error: unknown) => this.#fail(error));
    this.#busy = work;
    await work;
    if (this.#busy === work) this.#busy = undefined;
  }

  #halt(): void {
    this.#stopped = true;
    this.#play.stop();
  }

  async #startOver(how: { goesOn?: boolean } = {}): Promise<void> {
    this.#retelling.end();
    this.#options.startsOver();
    this.#work.drop();
    this.#course.forget();
    this.#become('preparing', 'rangement');
    for (const failure of await this.#play.close()) {
      if (failure instanceof ToolError) this.#tell({ type: 'notice', text: failure.message });
    }
    [this.#play, this.#retelling] = this.#newPlay();
    this.#worn = this.#stopped = this.#ending = false;
    await this.#open(how);
  }

  /** Runs steps in order, up to the first that does not come to its end. */
  async #runAll(steps: readonly Step[], { counting = false } = {}): Promise<void> {
    for (const [index, step] of steps.entries()) {
      if (this.#closed) return;
      if (this.#stopped) return this.#renew('arrêté');
      if (counting) this.#catchingUp = { done: index, total: steps.length };
      const verdict = await this.#attempt(step, () => this.#play.run(step.id));
      // The lab is gone, or the shells are others.
      if (this.#state !== 'running') return;
      this.#course.ran(step.id, verdict === 'same');
      if (verdict === 'failed' && index < steps.length - 1) {
        this.#catchingUp = undefined;
        return this.#become('to-catch-up', 'le rattrapage s’est arrêté à un extrait en échec');
      }
    }
    this.#catchingUp = undefined;
    this.#become('ready');
  }

  async #runCheck(step: Step): Promise<void> {
    const [state, text] = this.#worn ? (['to-catch-up', WORN] as const) : ([this.#state, this.#text] as const);
    await this.#attempt(step, () => this.#play.check(step.id));
    if (this.#state === 'running') this.#become(state, text);
  }

  /** Runs something of a step. @returns what came of it; where that is the end of the shells or the lab, the state says so */
  async #attempt(step: Step, run: () => Promise<unknown>): Promise<'same' | 'different' | 'failed'> {
    const work = this.#work.begin(step);
    this.#become('running');
    try {
      await run();
      this.#work.end({ goesOn: step.snippet.attributes.background });
      return 'same';
    } catch (error) {
      this.#retelling.flush();
      this.#work.end();
      await this.#explain(work, error);
      return work.verdict === 'different' ? 'different' : 'failed';
    }
  }

  async #explain(work: StepAtWork, error: unknown): Promise<void> {
    const message = this.#stopped ? 'arrêté' : sentenceOf(error);
    const failure = error instanceof StepFailure ? error : undefined;
    if (work.verdict === undefined) this.#tell(work.broken(message, failure?.position.line));
    else if (work.verdict === 'same') this.#tell({ type: 'notice', text: message });
    if (this.#stopped) await this.#renew('arrêté');
    else if (error instanceof ToolError) this.#fail(error);
    else if (!this.#play.isUsable) await this.#renew('le shell de la leçon n’est plus là');
    else if (failure === undefined) this.#fail(error);
  }

  /** New shells in the same lab: what was run there is of no use to them. */
  async #renew(why: string): Promise<void> {
    if (this.#givesUp) return;
    for (const event of this.#work.drop()) this.#tell(event);
    this.#catchingUp = undefined;
    this.#renewing = true;
    try {
      await this.#play.reopen();
      if (this.#givesUp) return;
      if (!this.#play.isUsable) throw noShell();
      this.#worn = true;
      this.#stopped = false;
      this.#course.forget();
      this.#become('to-catch-up', `${why} ; ${WORN}`);
    } catch (error) {
      if (!this.#givesUp) this.#fail(error);
    } finally {
      this.#renewing = false;
    }
  }

  /** Nobody runs anything any more in the shells that there are. */
  get #givesUp(): boolean {
    return this.#ending || this.#closed;
  }

  /** A class is told what lacks, the presenter's terminal all of it. */
  #fail(error: unknown): void {
    this.#options.fail(error instanceof Error ? error : new Error(String(error)));
    this.#become('failed', sentenceOf(error));
  }

  #become(state: BridgeState, text?: string): void {
    this.#state = state;
    this.#text = text;
    this.#tell(this.state);
  }

  /** @param text what the lab is at while it is made ready, in French */
  activity(text: string): void {
    if (this.#state === 'preparing') this.#become('preparing', text);
  }

  #tell(event: BridgeEvent): void {
    this.#retelling.flush();
    this.#options.tell(event);
  }

  #newPlay(): [LessonPlay, Retelling] {
    const activity = (text: string): void => this.activity(text);
    const tell = (event: BridgeEvent): void => {
      this.#work.hear(event);
      this.#options.tell(event);
    };
    const retelling = new Retelling(this.lesson, { tell, activity });
    return [this.#options.play(retelling.listen), retelling];
  }
}

function noShell(): ToolError {
  return new ToolError('Le shell de la leçon s’est fermé aussitôt ouvert.', { fix: 'Recommencez la leçon : N.' });
}

const WORN = 'les shells sont neufs : Maj+L recommence la leçon jusqu’ici';
