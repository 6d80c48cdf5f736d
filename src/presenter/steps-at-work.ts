import type { Step } from '../lesson/plan.ts';
import { BoundedText } from './bounded-text.ts';
import { brokenEvent } from './ended.ts';
import type { BridgeEvent } from './protocol.ts';

type EndedEvent = Extract<BridgeEvent, { type: 'ended' }>;

/** A step that runs: what it has told until now. */
export class StepAtWork {
  readonly step: Step;
  readonly #since = performance.now();
  readonly #printed = new BoundedText();
  #verdict: EndedEvent['verdict'] | undefined;

  constructor(step: Step) {
    this.step = step;
  }

  hear(event: BridgeEvent): void {
    if (event.type === 'line') this.#printed.push(event.text);
    if (event.type === 'ended') this.#verdict = event.verdict;
  }

  /** Absent until it was judged. */
  get verdict(): EndedEvent['verdict'] | undefined {
    return this.#verdict;
  }

  /** @returns what is told of it where it does not come to its end; `line` of the lesson, where one is known */
  broken(message: string, line?: number): EndedEvent {
    const told = { ms: Math.round(performance.now() - this.#since), printed: this.#printed.toString(), message };
    return brokenEvent(this.step, line === undefined ? told : { ...told, line });
  }
}

/** The step that runs, and those that go on behind it. */
export class StepsAtWork {
  #current: StepAtWork | undefined;
  /** By id: a play has a plan of its own. */
  readonly #background = new Map<string, Step>();

  begin(step: Step): StepAtWork {
    return (this.#current = new StepAtWork(step));
  }

  /** @param how.goesOn behind the others, until it is told that it ended */
  end({ goesOn = false } = {}): void {
    const step = this.#current?.step;
    this.#current = undefined;
    if (goesOn && step !== undefined) this.#background.set(step.id, step);
  }

  /** Id of the step that runs. */
  get current(): string | undefined {
    return this.#current?.step.id;
  }

  get goOn(): boolean {
    return this.#background.size > 0;
  }

  hear(event: BridgeEvent): void {
    if (!('snippet' in event)) return;
    if (event.snippet === this.current) this.#current?.hear(event);
    if (event.type === 'ended') this.#background.delete(event.snippet);
  }

  /** Forgets those behind. @returns what is told of them where they are stopped */
  drop(): EndedEvent[] {
    const dropped = [...this.#background.values()];
    this.#background.clear();
    return dropped.map((step) => brokenEvent(step, { ms: 0, printed: '', message: 'arrêté' }));
  }
}
