import type { ClusterState } from '../cluster-map/types.ts';
import { statesBetween } from '../cluster-map/reduce.ts';
import { frenchDuration } from '../typography/french.ts';
import type { ClusterData } from './cluster-data.ts';
import { Drawing } from './drawing.ts';
import { Player } from './player.ts';
import { Printing, typeCommands } from './printed.ts';
import { release, takeOver } from './replay.ts';

/** What happens within so little is one thing to see. */
const TOGETHER = 120;

/**
 * A snippet's cluster with what plays it: drawing and output go together, with the timing of the run.
 * Under `prefers-reduced-motion` it is stepped through, and nothing moves.
 */
export class Stage {
  readonly host: HTMLElement;
  readonly #drawing = new Drawing();
  readonly #player: Player;
  readonly #printing: Printing;
  readonly #states: readonly ClusterState[];
  readonly #widthOf: (state: ClusterState) => number;
  readonly #end = (): void => this.end();
  #typing: AbortController | undefined;

  /**
   * @param host what to draw in; emptied
   * @param snippet whose output plays with it
   * @param widthOf the width to lay a state out for, in pixels
   */
  constructor(
    host: HTMLElement,
    snippet: HTMLElement,
    { data, id, widthOf }: { data: ClusterData; id: string; widthOf: (state: ClusterState) => number },
  ) {
    const { from, to, printed } = data.snippets[id] ?? { from: 0, to: 0, printed: [] };
    const all = statesBetween(data.events, from, to);
    const moments = together([...all.map(({ at }) => at), ...printed.map(([at]) => at)].filter((at) => at <= to));
    this.host = host;
    this.#widthOf = widthOf;
    this.#states = moments
      .map((at) => all.findLast((each) => each.at <= at)?.state)
      .filter((each) => each !== undefined);
    this.#printing = new Printing(snippet);
    this.#player = new Player(
      {
        moments,
        show: (index, moving) => {
          this.#draw(moving);
          const at = moments[index] ?? 0;
          if (index === moments.length - 1) this.#printing.restore();
          else this.#printing.show(printed.findLast(([ms]) => ms <= at)?.[1] ?? 0);
        },
      },
      () => this.#tell(moments),
    );
    const clock = element('span', 'stage-clock');
    clock.setAttribute('aria-live', 'off');
    host.replaceChildren(this.#bar(clock), this.#drawing.element);
    host.classList.add('stage');
    this.#draw(false);
    this.#tell(moments);
  }

  /** Shows what there was before the command. */
  rewind(): void {
    this.#typing?.abort();
    this.#player.goTo(0);
  }

  /**
   * Types the command, then plays what came of it; under `prefers-reduced-motion` it stands at the beginning.
   * @param options `typed: false`: only plays
   */
  async play({ typed = true } = {}): Promise<void> {
    takeOver(this.#end);
    this.rewind();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    if (!typed) return this.#player.play();
    this.#typing = new AbortController();
    const { signal } = this.#typing;
    await typeCommands(this.#printing.snippet, signal);
    if (!signal.aborted) this.#player.play();
  }

  /** Shows all that there is in the end. */
  end(): void {
    this.#typing?.abort();
    this.#player.goTo(this.#player.last);
    release(this.#end);
  }

  /** Draws again, for a place that has another width now. */
  redraw(): void {
    this.#draw(false);
  }

  #step(by: number): void {
    takeOver(this.#end);
    this.#typing?.abort();
    this.#player.goTo(this.#player.index + by);
  }

  #bar(clock: HTMLElement): HTMLElement {
    const bar = element('div', 'stage-bar');
    const button = (name: string, word: string, label: string, act: () => void): HTMLButtonElement => {
      const made = Object.assign(element('button', ''), { type: 'button', textContent: word });
      made.setAttribute('aria-label', label);
      made.title = label;
      made.dataset['stage'] = name;
      made.addEventListener('click', (event) => {
        event.stopPropagation();
        act();
      });
      return made;
    };
    const play = button('play', '▶', 'Rejouer la commande et le cluster', () => this.#toggle());
    const fast = button('fast', '×4', '×4\u00A0: quatre fois plus vite', () => {
      this.#player.speed = this.#player.speed === 1 ? 4 : 1;
      fast.setAttribute('aria-pressed', String(this.#player.speed === 4));
    });
    fast.setAttribute('aria-pressed', 'false');
    for (const moving of [play, fast]) moving.classList.add('moves');
    bar.append(
      play,
      button('back', '‹', 'Un pas en arrière', () => this.#step(-1)),
      button('on', '›', 'Un pas en avant', () => this.#step(1)),
      fast,
      clock,
    );
    return bar;
  }

  #toggle(): void {
    if (this.#player.playing) return this.#player.pause();
    if (this.#player.index === this.#player.last) return void this.play();
    takeOver(this.#end);
    this.#player.play();
  }

  #tell(moments: readonly number[]): void {
    const { index, last, playing } = this.#player;
    const at = (name: string) => this.host.querySelector<HTMLButtonElement>(`[data-stage='${name}']`);
    const play = at('play');
    if (play !== null) {
      play.textContent = playing ? '❚❚' : '▶';
      const label = playing ? 'Suspendre' : 'Rejouer la commande et le cluster';
      play.setAttribute('aria-label', label);
      play.title = label;
    }
    at('back')?.toggleAttribute('disabled', index === 0);
    at('on')?.toggleAttribute('disabled', index === last);
    const clock = this.host.querySelector('.stage-clock');
    const passed = (moments[index] ?? 0) - (moments[0] ?? 0);
    const when =
      index === 0 ? 'avant la commande' : index === last ? 'après la commande' : `à ${frenchDuration(passed)}`;
    if (clock !== null) clock.textContent = `${when} · ${index + 1}/${last + 1}`;
    if (index === last) release(this.#end);
  }

  #draw(moving: boolean): void {
    const state = this.#states[this.#player.index];
    if (state !== undefined) this.#drawing.show(state, this.#widthOf(state), moving);
  }
}

/** Moments so near to each other that they are one: the last of them. */
function together(moments: readonly number[]): number[] {
  const sorted = [...new Set(moments)].toSorted((a, b) => a - b);
  return sorted.filter((at, index) => index === 0 || (sorted[index + 1] ?? Infinity) - at > TOGETHER);
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), { className });
}
