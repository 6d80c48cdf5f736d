import type { Box } from './boxes.ts';
import type { LiveRun } from './live-state.ts';
import { markedParts, type Stretch } from './marked-text.ts';
import type { RunWords } from './run-words.ts';

/**
 * The live run of a snippet, in its box. What was recorded keeps its place, unseen, so that nothing moves: the live
 * output lies over it, and scrolls.
 */
export class LiveBox {
  readonly box: Box;
  /** One for each command; where it printed nothing in the recording there is none. */
  readonly #places: readonly (Layer | undefined)[];
  readonly #foot = Object.assign(document.createElement('p'), { className: 'foot live-foot' });
  readonly #words = document.createElement('span');
  readonly #glyph = Object.assign(document.createElement('span'), { className: 'glyph', ariaHidden: 'true' });

  constructor(box: Box) {
    this.box = box;
    this.#places = placesOf(box.element);
    this.#foot.append(this.#glyph, this.#words);
    box.element.querySelector('.closing')?.append(this.#foot);
  }

  /** @param live its live run is shown, else what was recorded */
  toggle(live: boolean): void {
    this.box.element.classList.toggle('is-live', live);
    for (const layer of this.#places) layer?.element.toggleAttribute('hidden', !live);
    this.#foot.hidden = !live;
  }

  /** @returns what commands printed that were not expected to print anything: it has no place in the box */
  print(run: LiveRun): readonly Stretch[] {
    const texts = run.ended === undefined ? this.#gathered(run) : markedParts(run.ended, this.#places.length);
    const surplus: Stretch[] = [];
    for (const [index, place] of this.#places.entries()) {
      const text = texts[index] ?? [];
      if (place !== undefined) place.print(text);
      else surplus.push(...text);
    }
    return surplus;
  }

  say({ state, glyph, text }: RunWords): void {
    this.#foot.dataset['live'] = state;
    if (this.#glyph.textContent !== glyph) this.#glyph.textContent = glyph;
    if (this.#words.textContent === text) return;
    this.#words.textContent = text;
    this.#foot.title = text;
  }

  /** Whose command is not among those of the slide prints where the last one does. */
  #gathered({ printed }: LiveRun): Stretch[][] {
    const last = Math.max(0, this.#places.length - 1);
    const texts: Stretch[][] = [];
    for (const [command, lines] of printed.entries()) {
      // A sparse array: a command that printed nothing has no entry.
      if ((lines as unknown) === undefined) continue;
      const part = (texts[Math.min(command, last)] ??= []);
      part.push({ text: `${part.length > 0 ? '\n' : ''}${lines.toString()}` });
    }
    return texts;
  }
}

/** The live output over a recorded one. */
class Layer {
  readonly element = document.createElement('div');
  readonly #text = document.createElement('div');

  constructor(output: HTMLElement) {
    this.element.className = 'live-output';
    this.element.role = 'log';
    this.element.ariaLabel = 'Sortie en direct';
    this.element.tabIndex = 0;
    this.element.hidden = true;
    this.#text.className = 'live-text';
    this.#text.classList.toggle('breaks', output.querySelector('pre')?.matches('.breaks') === true);
    this.element.append(this.#text);
    output.append(this.element);
  }

  /** Follows the end, unless the presenter has scrolled away from it. */
  print(stretches: readonly Stretch[]): void {
    const { element } = this;
    const follows = element.scrollTop + element.clientHeight >= element.scrollHeight - 40;
    write(this.#text, stretches);
    if (follows) element.scrollTop = element.scrollHeight;
  }
}

/** Only what came is added, where nothing else has changed: long outputs stay quick. */
export function write(place: HTMLElement, stretches: readonly Stretch[]): void {
  const [only, ...others] = stretches;
  const node = place.firstChild;
  if (only?.differing === undefined && others.length === 0 && node instanceof Text && place.childNodes.length === 1) {
    const text = only?.text ?? '';
    if (text === node.data) return;
    if (node.data !== '' && text.startsWith(node.data)) node.appendData(text.slice(node.data.length));
    else node.data = text;
    return;
  }
  place.replaceChildren(
    ...stretches.map(({ text, differing }) => (differing === undefined ? text : mark(text, differing))),
  );
}

function mark(text: string, { expected, reason }: NonNullable<Stretch['differing']>): HTMLElement {
  const element = document.createElement('mark');
  element.textContent = text;
  element.title = [expected === '' ? '' : `attendu : ${expected}`, reason].filter(Boolean).join(' · ');
  return element;
}

/** Each command's recorded output stands right behind it; the one of a manifest that is refused has no command. */
function placesOf(box: HTMLElement): (Layer | undefined)[] {
  const recorded = (element: Element | null): HTMLElement | null =>
    element?.matches('.answer:not(.made)') === true ? element.querySelector('.output') : null;
  const layer = (output: HTMLElement | null): Layer | undefined => (output === null ? undefined : new Layer(output));
  const commands = [...box.querySelectorAll('.run > .command')];
  if (commands.length === 0) return [layer(recorded(box.querySelector('.run > .answer:not(.made)')))];
  return commands.map((command) => layer(recorded(command.nextElementSibling)));
}
