import { CLUSTER_NEWS, CLUSTER_WANTED } from '../../scripts/live-cluster.ts';
import type { ClientMessage, ServerMessage } from '../protocol.ts';
import { type Box, boxesOf, type SlideWork, workOf } from './boxes.ts';
import { Connection } from './connection.ts';
import { Help } from './help.ts';
import { listenToKeys, type Wish } from './keys.ts';
import { LiveState } from './live-state.ts';
import { currentSlide, hidesBefore, onSlide } from './reveal.ts';
import { StatusLine, type StatusFacts, statusOf } from './status.ts';
import { keepToken, openWindows, type WindowMessage } from './token.ts';
import { Views } from './views.ts';

/** Milliseconds between two counts of what runs. */
const TICK_MS = 500;
const NO_WORK: SlideWork = {};

/** A deck with its bridge: keys go to the bridge, and what the bridge says to the boxes and the foot of the slides. */
export class Stage {
  readonly #deck: { readonly lesson: string; readonly hash: string };
  readonly #live = new LiveState();
  readonly #views = new Views(this.#live);
  readonly #status = new StatusLine();
  readonly #help: Help | undefined;
  readonly #connection: Connection | undefined;
  readonly #windows = openWindows();
  #boxes: readonly Box[] = [];
  #link: StatusFacts['link'] = 'none';

  /**
   * @param deck its lesson, and the hash of what was built
   * @param token the window's; without one nothing but a word tells that this deck could run
   */
  constructor(deck: { readonly lesson: string; readonly hash: string }, token: string | undefined) {
    this.#deck = deck;
    document.querySelector('.reveal > .slides')?.append(this.#status.element);
    onSlide(() => this.#refresh());
    this.#refresh();
    if (token === undefined) return;
    this.#link = 'connecting';
    this.#help = new Help();
    this.#connection = new Connection(token, {
      opened: () => this.#enter(),
      closed: (wait) => {
        this.#link = { retryAt: performance.now() + wait };
        this.#refresh();
      },
      received: (message) => this.#receive(message),
    });
    this.#windows.onmessage = ({ data }: MessageEvent<WindowMessage>) => this.#hear(data);
    listenToKeys((wish) => this.#grant(wish));
    document.addEventListener(CLUSTER_WANTED, () => this.#tellCluster());
    // A replay is of what was recorded.
    document.addEventListener('click', (event) => this.#beforeReplay(event.target), true);
    setInterval(() => this.#refresh(), TICK_MS);
  }

  #enter(): void {
    this.#link = 'connecting';
    const { epoch, seq: after } = this.#live;
    const seen = epoch === undefined || after === undefined ? {} : { epoch, after };
    this.#connection?.send({ type: 'enter', ...this.#deck, ...seen });
    this.#refresh();
  }

  #receive(message: ServerMessage): void {
    const changed = this.#live.apply(message);
    if (message.type === 'refused' && this.#link === 'connecting') this.#link = { refused: message.reason };
    else if (message.type === 'refused') this.#status.note(message.reason);
    else if (message.type === 'notice') this.#status.note(message.text);
    else if (message.type === 'left') this.#leaveTo(message.lesson);
    else if (message.type === 'entered') {
      this.#link = 'open';
      this.#boxes = boxesOf(document, this.#live.steps);
      this.#views.place(this.#boxes);
    }
    if (message.type === 'began') {
      this.#views.showRecorded([...this.#views.recorded].filter((step) => step !== message.snippet));
    }
    if (message.type === 'state') this.#help?.showLab(message.lab);
    if (changed !== undefined) this.#views.changed(changed, { reveals: message.type === 'began' });
    if (message.type !== 'line') this.#refresh();
    if (['entered', 'began', 'cluster'].includes(message.type)) this.#tellCluster();
  }

  /** A connection that were lost and came back would enter unasked, and close the other window's lab. */
  #leaveTo(lesson: string): void {
    this.#link = { leftFor: lesson };
    this.#connection?.leave();
  }

  /** For the deck's drawing of the cluster, where it is open. */
  #tellCluster(): void {
    document.dispatchEvent(new CustomEvent(CLUSTER_NEWS, { detail: this.#live.cluster.events }));
  }

  #hear(message: WindowMessage): void {
    if ('recorded' in message) {
      this.#views.showRecorded(message.recorded);
      this.#tellCluster();
    } else {
      keepToken(message.token);
      if (message.lesson !== this.#deck.lesson) this.#leaveTo(message.lesson);
      this.#connection?.use(message.token);
    }
  }

  #refresh(): void {
    const { bridge, runningSince } = this.#live;
    const facts = { link: this.#link, bridge, work: this.#work(), runningSince, now: performance.now() };
    this.#status.show(statusOf(facts));
    this.#views.count();
  }

  #work(): SlideWork {
    const slide = currentSlide();
    return slide === null ? NO_WORK : workOf(slide, this.#boxes, this.#live.progress);
  }

  /** @returns whether the key was the bridge's: all but « next », and « recorded » where nothing is live, are */
  #grant(wish: Wish): boolean {
    const { next, missingBefore } = this.#work();
    switch (wish) {
      case 'next':
        return this.#runWithNext(next);
      case 'recorded':
        return this.#toggleRecorded();
      case 'run':
        if (typeof this.#link === 'object' && 'leftFor' in this.#link) this.#comeBack();
        else if (next === undefined) this.#status.note('tout est déjà lancé sur cette diapositive');
        else this.#ask({ type: 'run', snippet: next.step });
        return true;
      case 'catch-up':
        return this.#catchUp(missingBefore ?? next?.step);
      case 'stop':
        this.#ask({ type: 'stop' });
        return true;
      case 'restart':
        this.#ask({ type: 'restart' });
        return true;
    }
  }

  /** `opened` enters. */
  #comeBack(): void {
    this.#link = 'connecting';
    this.#connection?.comeBack();
    this.#refresh();
  }

  /** @param snippet what everything before has to be run for */
  #catchUp(snippet: string | undefined): true {
    if (snippet === undefined) this.#status.note('rien n’est à rattraper');
    else this.#ask({ type: 'catch-up', snippet });
    return true;
  }

  /** Where the bridge cannot run it now, the key does what it does without a bridge. */
  #runWithNext(next: Box | undefined): boolean {
    const slide = currentSlide();
    const { state, ran = [] } = this.#live.bridge ?? {};
    if (this.#help?.runsWithNext !== true || this.#link !== 'open' || state !== 'ready' || slide === null) return false;
    // A check that has run once runs again when it is asked for by name only.
    if (next === undefined || ran.includes(next.step) || this.#live.runs.has(next.step)) return false;
    if (hidesBefore(slide, next.element)) return false;
    this.#ask({ type: 'run', snippet: next.step });
    return true;
  }

  #toggleRecorded(): boolean {
    const slide = currentSlide();
    const here = this.#boxes.filter((box) => box.slide === slide && this.#live.runs.has(box.step));
    if (here.length === 0) return false;
    const { recorded } = this.#views;
    const steps = here.map(({ step }) => step);
    const others = [...recorded].filter((step) => !steps.includes(step));
    this.#show(steps.every((step) => recorded.has(step)) ? others : [...others, ...steps]);
    return true;
  }

  #beforeReplay(target: EventTarget | null): void {
    const snippet = target instanceof Element && target.matches('[data-replay]') ? target.closest('.snippet') : null;
    const box = this.#boxes.find(({ element }) => element === snippet);
    if (box !== undefined && this.#live.runs.has(box.step)) this.#show([...this.#views.recorded, box.step]);
  }

  #show(recorded: readonly string[]): void {
    this.#views.showRecorded(recorded);
    this.#windows.postMessage({ recorded } satisfies WindowMessage);
    this.#tellCluster();
  }

  #ask(message: ClientMessage): void {
    if (this.#connection?.send(message) !== true) this.#status.note('rien n’est lancé : l’enregistrement reste');
  }
}
