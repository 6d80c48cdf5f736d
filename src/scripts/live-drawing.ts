import { stateAt } from '../cluster-map/reduce.ts';
import type { ClusterEvent, ClusterState } from '../cluster-map/types.ts';
import { type Fitting, fitDrawing, fits, type Room } from '../drawing/cluster/fit-drawing.ts';
import { wordsOf } from '../drawing/cluster/words.ts';
import { counted } from '../typography/french.ts';
import { Drawing } from './drawing.ts';

/** The cluster that a snippet runs on in front of the class, as it is now. */
export class LiveDrawing {
  readonly host = Object.assign(document.createElement('div'), { className: 'stage' });
  readonly #room: Room;
  readonly #drawing = new Drawing();
  readonly #count = document.createElement('span');
  #fitting: Fitting | undefined;

  constructor(room: Room) {
    this.#room = room;
    const bar = Object.assign(document.createElement('p'), { className: 'stage-bar stage-live' });
    const glyph = Object.assign(document.createElement('span'), { textContent: '●', ariaHidden: 'true' });
    bar.append(glyph, this.#count);
    this.host.append(bar, this.#drawing.element);
  }

  /** @param events that make it what it is */
  show(events: readonly ClusterEvent[]): void {
    const state = stateAt(events, Infinity);
    const { width, scale } = this.#fittingFor(state);
    this.host.style.setProperty('--drawing', `${Math.round(width * scale)}px`);
    this.#count.textContent = `en direct · ${counted(state.pods.length, wordsOf(state).pod)}`;
    this.#drawing.show(state, width, true);
  }

  /** As long as it has its place nothing grows or shrinks. */
  #fittingFor(state: ClusterState): Fitting {
    if (this.#fitting === undefined || !fits(state, this.#fitting, this.#room)) {
      this.#fitting = fitDrawing([state], this.#room);
    }
    return this.#fitting;
  }
}
