import { randomUUID } from 'node:crypto';
import { keyOf } from '../cluster-map/object-key.ts';
import type { BridgeEvent } from './protocol.ts';

export type LoggedEvent = BridgeEvent & { readonly seq: number };

/** Events kept for windows that come later, of those that come without end. */
const MOST = 20_000;
/** Of these the oldest are given up; without any other a window would show something else than what is. */
const PASSING: ReadonlySet<string> = new Set(['line', 'waiting', 'notice'] satisfies BridgeEvent['type'][]);

/**
 * What has happened in a lesson since it was opened, for windows that come later or come back. An output that is whole
 * takes the place of its lines, a state, the lesson's or an object's, that of the one before: numbers grow, with gaps.
 */
export class EventLog {
  /** Another one is another log: what a window has seen of this says nothing there. */
  readonly epoch = randomUUID();
  #events: LoggedEvent[] = [];
  #seq = 0;
  /** Passing events that were added since some were given up: so many there are at most. */
  #passing = 0;

  /** @returns the event with its number */
  add(event: BridgeEvent): LoggedEvent {
    const logged = { ...event, seq: ++this.#seq };
    if (event.type === 'state') this.#drop((each) => each.type === 'state');
    if (event.type === 'ended')
      this.#drop((each) => 'snippet' in each && each.snippet === event.snippet && each.type !== 'state');
    if (event.type === 'began' && event.attempt > 1)
      this.#drop((each) => each.type === 'line' && each.snippet === event.snippet);
    if (event.type === 'cluster') {
      const key = keyOf(event.event.object);
      this.#drop((each) => each.type === 'cluster' && keyOf(each.event.object) === key);
    }
    this.#events.push(logged);
    if (PASSING.has(event.type) && ++this.#passing > MOST) this.#giveUp();
    return logged;
  }

  /** @param seq the last that a window has seen; 0: none */
  after(seq: number): readonly LoggedEvent[] {
    return this.#events.filter((each) => each.seq > seq);
  }

  /** Half of them at once: each time moves all of it. */
  #giveUp(): void {
    let excess = this.#events.filter(({ type }) => PASSING.has(type)).length - MOST / 2;
    this.#drop(({ type }) => PASSING.has(type) && excess-- > 0);
    this.#passing = MOST / 2;
  }

  #drop(outdated: (event: LoggedEvent) => boolean): void {
    this.#events = this.#events.filter((each) => !outdated(each));
  }
}
