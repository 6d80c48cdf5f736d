import type { Lesson } from '../lesson/types.ts';
import type { PlayListener } from '../play/events.ts';
import type { LessonPlay } from '../play/lesson-play.ts';
import type { ClientMessage } from './client-message.ts';
import type { Deck } from './deck.ts';
import { EventLog } from './event-log.ts';
import { LiveLesson } from './live-lesson.ts';
import type { BridgeEvent, ServerMessage } from './protocol.ts';

/** A window with a deck, by what may be said to it. */
export interface Window {
  send(message: ServerMessage): void;
}

export interface BridgeOptions {
  /** By slug: what was built, and nothing else, is run. */
  readonly decks: ReadonlyMap<string, Deck>;
  readonly play: (lesson: Lesson, listen: PlayListener) => LessonPlay;
  /** Makes sure that the lesson's lab can be had here. @throws ToolError */
  readonly require: (lesson: Lesson) => Promise<void>;
  /** Told what the presenter has to know in his terminal: all that every window is told. */
  readonly watch?: (event: BridgeEvent, lesson: Lesson) => void;
  /** What a lesson lacks, what could not be tidied up, and defects. */
  readonly fail: (error: Error) => void;
}

interface Current {
  readonly live: LiveLesson;
  log: EventLog;
}

/** The one session of the presenter, and the windows that see it. */
export class Bridge {
  readonly #options: BridgeOptions;
  readonly #windows = new Set<Window>();
  #current: Current | undefined;
  /** The last that was opened: the one before the current where that one still waits for its turn. */
  #opened: LiveLesson | undefined;
  #abandoned = false;
  /** Lessons are closed and opened one after the other. */
  #turn: Promise<void> = Promise.resolve();

  constructor(options: BridgeOptions) {
    this.#options = options;
  }

  /** Opens a lesson before any window asks for it. */
  prepare(lesson: Lesson): void {
    if (this.#current?.live.lesson.slug !== lesson.slug) this.#goTo(lesson);
  }

  /** What the lab is at while it is made ready, in French. */
  activity(text: string): void {
    this.#current?.live.activity(text);
  }

  /** @returns why nothing was done, in French */
  take(window: Window, message: ClientMessage): string | undefined {
    if (message.type === 'enter') return this.#enter(window, message);
    const live = this.#current?.live;
    if (live === undefined || !this.#windows.has(window)) return 'cette fenêtre n’a pas ouvert de leçon';
    if (message.type === 'run') return live.run(message.snippet);
    if (message.type === 'catch-up') return live.catchUp(message.snippet);
    return message.type === 'stop' ? live.stop() : live.restart();
  }

  /** The window is closed. */
  forget(window: Window): void {
    this.#windows.delete(window);
  }

  /** A deck is open somewhere. */
  get hasWindow(): boolean {
    return this.#windows.size > 0;
  }

  /** A lab is being made: `close` waits until it is there. */
  get isOpening(): boolean {
    return this.#opened?.isOpening === true;
  }

  /** Says and opens nothing from now on; instead of `close`, where others take away what the lesson has made. */
  abandon(): void {
    this.#abandoned = true;
    this.#current = undefined;
    this.#windows.clear();
  }

  /** Closes the lesson as verify would. */
  async close(): Promise<void> {
    const former = this.#current;
    this.#current = undefined;
    this.#windows.clear();
    await this.#turn;
    await this.#leave(former);
  }

  #enter(window: Window, message: Extract<ClientMessage, { type: 'enter' }>): string | undefined {
    const deck = this.#options.decks.get(message.lesson);
    if (deck === undefined) return 'cette leçon n’est pas du cours';
    if (deck.hash !== message.hash) {
      return 'ces diapositives ne sont pas celles que ce pont exécute : rechargez la page, ou relancez npm run present';
    }
    if (this.#current?.live.lesson.slug !== message.lesson) this.#goTo(deck.lesson);
    const current = this.#current;
    if (current === undefined) return 'le pont se ferme';
    this.#windows.add(window);
    const fresh = message.epoch !== current.log.epoch;
    this.#greet(window, current, fresh);
    for (const event of current.log.after(fresh ? 0 : (message.after ?? 0))) window.send(event);
    return undefined;
  }

  #greet(window: Window, { live, log }: Current, fresh: boolean): void {
    window.send({ type: 'entered', epoch: log.epoch, fresh, lesson: live.lesson.slug, steps: live.steps });
  }

  #goTo(lesson: Lesson): void {
    const former = this.#current;
    for (const window of this.#windows) window.send({ type: 'left', lesson: lesson.slug });
    this.#windows.clear();
    const { play, require, watch, fail } = this.#options;
    const tell = (event: BridgeEvent): void => {
      if (this.#current !== current) return;
      const logged = current.log.add(event);
      for (const window of this.#windows) window.send(logged);
      watch?.(event, lesson);
    };
    const startsOver = (): void => {
      if (this.#current !== current) return;
      current.log = new EventLog();
      for (const window of this.#windows) this.#greet(window, current, true);
    };
    const live = new LiveLesson(lesson, {
      play: (listen) => play(lesson, listen),
      require: () => require(lesson),
      tell,
      startsOver,
      // What breaks where it is left is no news.
      fail: (error) => {
        if (this.#current === current) fail(error);
      },
    });
    const current: Current = { live, log: new EventLog() };
    this.#current = current;
    tell(live.state);
    this.#turn = this.#turn.then(async () => {
      await this.#leave(former);
      if (this.#current !== current) return;
      this.#opened = live;
      void live.open();
    });
  }

  async #leave(former: Current | undefined): Promise<void> {
    const failures = (await former?.live.close()) ?? [];
    if (!this.#abandoned) for (const failure of failures) this.#options.fail(failure);
  }
}
