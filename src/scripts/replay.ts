/** Milliseconds a character takes, and a line whose time was not recorded. */
const CHARACTER = 22;
const LINE = 55;
const PAUSE = 280;
/** A class does not wait longer between two lines, however long the recording took. */
const LONGEST = 3000;

interface Part {
  readonly node: Text;
  readonly text: string;
}

/** The replay under way, of which there is one at most: calling it shows everything at once. */
let finish: (() => void) | undefined;

/** The « revoir » buttons; a click in the snippet or Escape shows the rest at once. */
export function startReplaying(prepare: (snippet: HTMLElement) => void = () => undefined): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-replay]')) {
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      const snippet = button.closest<HTMLElement>('.snippet');
      if (snippet === null) return;
      prepare(snippet);
      void replay(snippet);
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
    if (finish === end) finish = undefined;
  };
  finish = end;
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

/** Lines stay, so that the box does not move. */
const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

function stepsOf(snippet: HTMLElement): { typed: boolean; parts: Part[] }[] {
  const blocks = snippet.querySelectorAll<HTMLElement>('[data-typed] code, .output pre, .wait .printed');
  return [...blocks].map((block) => ({ typed: block.tagName === 'CODE', parts: partsOf(block) }));
}

function partsOf(block: HTMLElement): Part[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const parts: Part[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    parts.push({ node, text: node.data });
  }
  return parts;
}

async function type(parts: readonly Part[], signal: AbortSignal): Promise<void> {
  for (const { node, text } of parts) {
    for (let end = 1; end <= text.length && !signal.aborted; end += 1) {
      node.data = text.slice(0, end) + blank(text.slice(end));
      if (text[end - 1] !== ' ') await wait(CHARACTER, signal);
    }
  }
  await wait(PAUSE, signal);
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
      yield Math.min(LONGEST, time - before);
      before = time;
    }
  }
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
