import { LONGEST_PAUSE } from './player.ts';
import { blank, type Part, stepsOf, type, wait } from './snippet-text.ts';

/** Milliseconds a line takes whose time was not recorded. */
const LINE = 55;

/** The replay under way, of which there is one at most: calling it shows everything at once. */
let finish: (() => void) | undefined;

/** Ends what plays, for something else that does. @param end shows at once all that it has to show */
export function takeOver(end: () => void): void {
  if (finish !== end) finish?.();
  finish = end;
}

/** Says that nothing is held back any more. */
export function release(end: () => void): void {
  if (finish === end) finish = undefined;
}

/**
 * The « revoir » buttons; a click in the snippet or Escape shows the rest at once.
 * @param options `prepare`: called before; `play`: what plays the snippet in another way, if it returns true
 */
export function startReplaying({
  prepare = () => undefined,
  play = () => false,
}: {
  prepare?: (snippet: HTMLElement) => void;
  play?: (snippet: HTMLElement) => boolean;
} = {}): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-replay]')) {
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      const snippet = button.closest<HTMLElement>('.snippet');
      if (snippet === null) return;
      prepare(snippet);
      if (!play(snippet)) void replay(snippet);
    });
  }
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || finish === undefined) return;
      // Escape is also the deck's overview: a replay takes it first.
      event.stopImmediatePropagation();
      finish();
    },
    true,
  );
}

/**
 * Types the snippet's commands, then prints their output line by line. What stands there is hidden and comes back, so
 * that the box keeps its size and the text its place. Lines come with the rhythm that was recorded (`data-timing`).
 * Under `prefers-reduced-motion` nothing moves.
 */
export async function replay(snippet: HTMLElement): Promise<void> {
  const running = finish;
  running?.();
  if (running !== undefined && snippet.classList.contains('replaying')) return;
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const skipped = new AbortController();
  const steps = stepsOf(snippet);
  const end = (): void => {
    skipped.abort();
    for (const { node, text } of steps.flatMap(({ parts }) => parts)) node.data = text;
    snippet.classList.remove('replaying');
    snippet.removeEventListener('click', end);
    release(end);
  };
  takeOver(end);
  snippet.style.minHeight = `${snippet.offsetHeight}px`;
  snippet.classList.add('replaying');
  snippet.addEventListener('click', end);
  for (const { node, text } of steps.flatMap(({ parts }) => parts)) node.data = blank(text);
  const pauses = rhythmOf(snippet.dataset['timing']);
  for (const step of steps) {
    await (step.typed ? type(step.parts, skipped.signal) : print(step.parts, pauses, skipped.signal));
  }
  end();
}

async function print(parts: readonly Part[], pauses: Iterator<number>, signal: AbortSignal): Promise<void> {
  for (const { node, text } of parts) {
    const lines = text.split('\n');
    for (let shown = 1; shown <= lines.length && !signal.aborted; shown += 1) {
      await wait(pauses.next().value ?? LINE, signal);
      if (!signal.aborted) node.data = [...lines.slice(0, shown), ...lines.slice(shown).map(blank)].join('\n');
    }
  }
}

/** @returns milliseconds before each line, from `[milliseconds, lines printed by then]` as JSON; none where none is known */
export function* rhythmOf(timing: string | undefined): Generator<number, undefined> {
  let [before, lines] = [0, 0];
  for (const [time, count] of JSON.parse(timing ?? '[]') as [number, number][]) {
    for (; lines < count; lines += 1) {
      yield Math.min(LONGEST_PAUSE, time - before);
      before = time;
    }
  }
}
