import { counted } from '../../typography/french.ts';
import type { SlideWork } from './boxes.ts';
import { counter as counting } from './counter.ts';
import type { StateEvent } from './live-state.ts';

/** What the foot of the deck says: a glyph, a word, and what belongs to it. */
export interface Status {
  readonly state: 'none' | 'connecting' | 'offline' | 'preparing' | 'ready' | 'running' | 'catch-up' | 'failed';
  readonly glyph: string;
  readonly word: string;
  readonly detail: string;
  /** It counts: not read out. */
  readonly counter?: string;
}

export interface StatusFacts {
  /**
   * - `connecting`: until the bridge has let this deck in.
   * - `refused`: it did not; why, French.
   */
  readonly link:
    | 'none'
    | 'connecting'
    | 'open'
    | { readonly retryAt: number }
    | { readonly leftFor: string }
    | { readonly refused: string };
  readonly bridge: StateEvent | undefined;
  readonly work: SlideWork;
  readonly runningSince: number;
  readonly now: number;
}

/** @returns the state of bridge and slide in words */
export function statusOf({ link, bridge, work, runningSince, now }: StatusFacts): Status {
  if (link === 'none') {
    return status('none', '○', 'hors direct', 'ouvrez l’adresse affichée dans le terminal');
  }
  if (typeof link === 'object' && 'leftFor' in link) {
    return status(
      'none',
      '○',
      'hors direct',
      `une autre fenêtre présente «\u00A0${link.leftFor}\u00A0»\u00A0; L\u00A0: reprendre ici`,
    );
  }
  // What is known of a bridge is then a former one's, or nothing.
  if (typeof link === 'object' && 'refused' in link) return status('failed', '✗', 'pas d’exécution', link.refused);
  if (typeof link === 'object') {
    const counter = `nouvel essai dans ${counting(Math.max(1000, link.retryAt - now + 999))}`;
    return { ...status('offline', '⚠', 'déconnecté'), counter };
  }
  if (link === 'connecting' || bridge === undefined) return status('connecting', '◌', 'connexion');
  const { state, text = '', catchingUp } = bridge;
  switch (state) {
    case 'preparing':
      return status('preparing', '◌', 'préparation', text);
    case 'failed':
      return status('failed', '✗', 'pas d’exécution', [text, 'N\u00A0: réessayer'].filter(Boolean).join(' · '));
    case 'running': {
      const counter = counting(now - runningSince);
      const detail =
        catchingUp === undefined ? '' : `rattrapage, ${catchingUp.done} sur ${counted(catchingUp.total, 'extrait')}`;
      return { ...status('running', '▶', 'exécute', detail), counter };
    }
    default: {
      const behind = state === 'to-catch-up' || work.missingBefore !== undefined;
      if (behind)
        return status(
          'catch-up',
          '⇈',
          'à rattraper',
          work.missingBefore === undefined ? text : 'Maj+L\u00A0: rattraper',
        );
      return status('ready', '●', 'prêt', work.next === undefined ? '' : 'L\u00A0: lancer');
    }
  }
}

function status(state: Status['state'], glyph: string, word: string, detail = ''): Status {
  return { state, glyph, word, detail };
}

/** Milliseconds that a passing word stays. */
const PASSING_MS = 6_000;

/** The line at the foot of the deck; what happens is read out, what counts is not. */
export class StatusLine {
  readonly element = Object.assign(document.createElement('p'), { className: 'live-status' });
  readonly #glyph = Object.assign(document.createElement('span'), { className: 'glyph', ariaHidden: 'true' });
  readonly #said = document.createElement('span');
  readonly #counter = Object.assign(document.createElement('span'), { ariaHidden: 'true' });
  readonly #note = Object.assign(document.createElement('span'), { className: 'live-note' });
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    for (const part of [this.#said, this.#note]) {
      part.role = 'status';
      part.ariaLive = 'polite';
    }
    this.element.append(this.#glyph, this.#said, this.#counter, this.#note);
  }

  show({ state, glyph, word, detail, counter }: Status): void {
    this.element.dataset['state'] = state;
    set(this.#glyph, glyph);
    set(this.#said, [word, detail].filter(Boolean).join(' · '));
    set(this.#counter, counter === undefined ? '' : `· ${counter}`);
  }

  /** Says something for a while: why nothing happened. */
  note(text: string): void {
    set(this.#note, `· ${text}`);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => set(this.#note, ''), PASSING_MS);
  }
}

function set(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}
