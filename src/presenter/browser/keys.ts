import { isElsewhere, speakerWindow } from './reveal.ts';

/** What the presenter asks for by a key of the bridge. */
export type Wish = 'run' | 'catch-up' | 'recorded' | 'stop' | 'restart' | 'next';

const WISHES: Readonly<Record<string, Wish>> = { l: 'run', r: 'recorded', a: 'stop', n: 'restart' };
/** reveal.js' keys of the next step, and those of the presenters' remote controls. */
const NEXT = new Set([' ', 'ArrowRight', 'ArrowDown', 'PageDown']);

/**
 * Listens before reveal.js does, whose keys some of them are, here and in the speaker view around this deck. Only keys
 * that a person has pressed count, none that a script makes up.
 * @param grant returns whether it took the key; reveal.js gets it otherwise
 */
export function listenToKeys(grant: (wish: Wish) => boolean): void {
  const listen = (event: KeyboardEvent): void => {
    const wish = wishOf(event);
    // A held key is no wish, and no key of reveal.js' either: there L and N turn slides.
    if (wish === undefined || !(event.repeat || grant(wish))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('keydown', listen, true);
  speakerWindow()?.addEventListener('keydown', listen, true);
}

function wishOf(event: KeyboardEvent): Wish | undefined {
  const { key, shiftKey, altKey, ctrlKey, metaKey, isTrusted, target, repeat } = event;
  if (!isTrusted || altKey || ctrlKey || metaKey || isElsewhere() || isTaken(target)) return undefined;
  if (NEXT.has(key) && !shiftKey && !repeat) return target !== null && isPressed(target, key) ? undefined : 'next';
  const wish = WISHES[key.toLowerCase()];
  if (shiftKey) return wish === 'run' ? 'catch-up' : undefined;
  return wish;
}

/**
 * Who writes, or reads the help, does not present. By their selectors: the speaker view is another document. A dialog
 * that has just closed keeps the focus until the next frame.
 */
function isTaken(target: EventTarget | null): boolean {
  const dialog = document.querySelector('dialog[open]');
  const writes = (target as Partial<Element> | null)?.matches?.(
    ':is(input, textarea, select, [contenteditable]:not([contenteditable="false"])):not(dialog:not([open]) *)',
  );
  return dialog !== null || writes === true;
}

/** A space presses a button, and arrows scroll what was clicked into: both keep their meaning there. */
function isPressed(target: EventTarget, key: string): boolean {
  return key === ' ' && (target as Partial<Element>).matches?.('button, a, summary') === true;
}
