import type { Step } from '../../../src/lesson/plan.ts';
import { planOf } from '../../../src/lesson/plan.ts';
import type { Lesson } from '../../../src/lesson/types.ts';
import type { PlayEvent, PlayListener } from '../../../src/play/events.ts';
import type { LessonPlay } from '../../../src/play/lesson-play.ts';
import { type LiveOptions, LiveLesson } from '../../../src/presenter/live-lesson.ts';
import type { BridgeEvent } from '../../../src/presenter/protocol.ts';

/** A play without shells: its steps hold at once, unless a test says otherwise. */
export class FakePlay {
  readonly lesson: Lesson;
  readonly tell: PlayListener;
  readonly machines = [];
  isUsable = true;
  /** Names of what was asked of it, in order. */
  readonly asked: string[] = [];
  #stopped: ((error: Error) => void) | undefined;

  constructor(lesson: Lesson, tell: PlayListener) {
    this.lesson = lesson;
    this.tell = tell;
  }

  step(id: string): Step {
    const step = planOf(this.lesson).find((each) => each.id === id);
    if (step === undefined) throw new Error(`no step ${id}`);
    return step;
  }

  print(id: string, text: string): void {
    this.tell({ kind: 'line', step: this.step(id), atMs: 0, text, command: 0 });
  }

  judge(id: string, { output = '', exitCode = 0, ok = true } = {}): void {
    const outcome = { exitCode, failedLine: 0, output, tookMs: 1, commands: [] };
    const verdict = ok ? { ok, shown: output } : { ok, line: 1, message: 'autre chose' };
    this.tell({ kind: 'judged', step: this.step(id), atMs: 1, outcome, verdict } as unknown as PlayEvent);
  }

  open(): Promise<void> {
    return Promise.resolve();
  }

  run(id: string): Promise<void> {
    this.asked.push(`run ${id}`);
    this.judge(id);
    return Promise.resolve();
  }

  check(id: string): Promise<void> {
    return this.run(id);
  }

  /** For `run`: goes on until it is stopped. */
  endless(): Promise<never> {
    return new Promise((_, fail) => (this.#stopped = fail));
  }

  stop(): void {
    this.asked.push('stop');
    this.isUsable = false;
    this.#stopped?.(new Error('stopped'));
  }

  reopen(): Promise<void> {
    this.asked.push('reopen');
    this.isUsable = true;
    return Promise.resolve();
  }

  close(): Promise<readonly Error[]> {
    this.asked.push('close');
    return Promise.resolve([]);
  }
}

/** A lesson in front of a class, on plays without shells. */
export class FakeLive {
  /** Told since the lesson began, or started over. */
  told: BridgeEvent[] = [];
  readonly failures: Error[] = [];
  readonly plays: FakePlay[] = [];
  readonly live: LiveLesson;

  /** @param make told of each play before it is used */
  constructor(lesson: Lesson, make: (play: FakePlay) => void = () => {}, options: Partial<LiveOptions> = {}) {
    this.live = new LiveLesson(lesson, {
      play: (listen) => {
        const play = new FakePlay(lesson, listen);
        this.plays.push(play);
        make(play);
        return play as unknown as LessonPlay;
      },
      require: () => Promise.resolve(),
      tell: (event) => this.told.push(event),
      startsOver: () => (this.told = []),
      fail: (error) => this.failures.push(error),
      ...options,
    });
  }

  /** The latest. */
  get play(): FakePlay {
    const play = this.plays.at(-1);
    if (play === undefined) throw new Error('no play');
    return play;
  }

  events<Type extends BridgeEvent['type']>(type: Type): Extract<BridgeEvent, { type: Type }>[] {
    return this.told.filter((each) => each.type === type) as Extract<BridgeEvent, { type: Type }>[];
  }

  /** Waits for a state. */
  async reaches(state: string): Promise<void> {
    while (this.live.state.state !== state) await new Promise((done) => setImmediate(done));
  }
}
