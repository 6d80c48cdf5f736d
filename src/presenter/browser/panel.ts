import type { Stretch } from './marked-text.ts';
import { write } from './live-box.ts';

/**
 * What has no box of its own on the slide: the output of a command that was to print nothing, the reason of a failure.
 * It lies over the slide, away from the command, so that nothing moves.
 */
export class Panel {
  readonly #element = Object.assign(document.createElement('div'), { className: 'live-panel' });
  readonly #title = Object.assign(document.createElement('p'), { className: 'live-panel-title' });
  readonly #text = Object.assign(document.createElement('div'), { className: 'live-text breaks' });
  readonly #box: HTMLElement;
  readonly #slide: HTMLElement;

  constructor(box: HTMLElement, slide: HTMLElement) {
    this.#box = box;
    this.#slide = slide;
    this.#element.role = 'log';
    this.#element.ariaLabel = 'Sortie en direct';
    this.#element.tabIndex = 0;
    this.#element.append(this.#title, this.#text);
  }

  show(title: string, stretches: readonly Stretch[]): void {
    const { height, top } = this.#slide.getBoundingClientRect();
    const box = this.#box.getBoundingClientRect();
    // Where the snippet is not.
    const low = (box.top + box.bottom) / 2 - top < height / 2;
    this.#element.classList.toggle('high', !low);
    this.#title.textContent = title;
    write(this.#text, stretches);
    if (!this.#element.isConnected) this.#slide.append(this.#element);
    this.#element.scrollTop = this.#element.scrollHeight;
  }

  hide(): void {
    this.#element.remove();
  }
}
