import type { BridgeEvent, ServerMessage } from '../protocol.ts';
import { BoundedText } from '../bounded-text.ts';
import type { Progress } from './boxes.ts';
import { LiveObjects } from './live-objects.ts';

export type StateEvent = Extract<BridgeEvent, { type: 'state' }>;
export type EndedEvent = Extract<BridgeEvent, { type: 'ended' }>;

/** A step's last live run, as far as this window knows it. */
export interface LiveRun {
  readonly step: string;
  readonly attempt: number;
  /** On this window's clock. */
  readonly startedAt: number;
  /** What came until now, by the index of the command that printed it. */
  readonly printed: BoundedText[];
  readonly waiting?: { readonly text: string; readonly sinceMs: number };
  readonly ended?: EndedEvent;
}

/** What a window knows of the bridge: nothing but what the bridge said, so that every window knows the same. */
export class LiveState {
  readonly #clock: () => number;
  /** The lesson's steps in order; empty until the bridge has told them. */
  steps: readonly string[] = [];
  bridge: StateEvent | undefined;
  /** When what runs began to run, on this window's clock. */
  runningSince = 0;
  readonly runs = new Map<string, LiveRun>();
  readonly cluster = new LiveObjects();
  epoch: string | undefined;
  seq: number | undefined;

  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
  }

  /**
   * @param message the bridge's next
   * @returns the step whose run has changed by it, `all` when every one did
   */
  apply(message: ServerMessage): string | undefined {
    if (message.type === 'refused' || message.type === 'left') return undefined;
    if (message.type === 'entered') return this.#enter(message);
    this.seq = message.seq;
    if (message.type === 'cluster') this.cluster.take(message.event);
    if (message.type === 'notice' || message.type === 'cluster') return undefined;
    if (message.type === 'state') {
      const { bridge } = this;
      if (message.state === 'running' && bridge?.snippet !== message.snippet) this.runningSince = this.#clock();
      this.bridge = message;
      return bridge?.snippet ?? message.snippet;
    }
    this.runs.set(message.snippet, this.#runAfter(message));
    return message.snippet;
  }

  get ran(): readonly string[] {
    return this.bridge?.ran ?? [];
  }

  /** How far the lesson is. */
  get progress(): Progress {
    const verdicts = [...this.runs.values()].flatMap(({ step, ended }) =>
      ended === undefined ? [] : [[step, ended.verdict] as const],
    );
    return { steps: this.steps, ran: this.ran, next: this.bridge?.next, verdicts: new Map(verdicts) };
  }

  #enter({ epoch, fresh, steps }: Extract<ServerMessage, { type: 'entered' }>): string | undefined {
    this.steps = steps;
    if (!fresh && epoch === this.epoch) return undefined;
    this.epoch = epoch;
    this.seq = undefined;
    this.bridge = undefined;
    this.runs.clear();
    this.cluster.forget();
    return 'all';
  }

  #runAfter(event: Exclude<BridgeEvent, { type: 'state' | 'notice' | 'cluster' }>): LiveRun {
    const step = event.snippet;
    const run = this.runs.get(step) ?? { step, attempt: 1, startedAt: this.#clock(), printed: [] };
    switch (event.type) {
      case 'began': {
        // A repetition goes on with the time of the first attempt.
        const startedAt = event.attempt > 1 ? run.startedAt : this.#clock();
        return { step, attempt: event.attempt, startedAt, printed: [] };
      }
      case 'line':
        (run.printed[event.command] ??= new BoundedText()).push(event.text);
        return run;
      case 'waiting':
        return { ...run, waiting: { text: event.text, sinceMs: this.#clock() - 1000 * event.seconds } };
      case 'ended': {
        const { waiting: _over, ...rest } = run;
        return { ...rest, ended: event };
      }
    }
  }
}
