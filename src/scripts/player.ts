/** A recording as moments on one clock, each of which shows something else. */
export interface Film {
  /** Milliseconds, growing; the first is the start. */
  readonly moments: readonly number[];
  /** Shows one of them. @param moving what changes may move there */
  show(index: number, moving: boolean): void;
}

/** A class does not wait longer for what comes next, however long the recording took. */
export const LONGEST_PAUSE = 3000;

/** Plays a film with its own timing, and steps through it. */
export class Player {
  readonly #film: Film;
  readonly #changed: () => void;
  #index: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  speed = 1;

  /**
   * Stands at the film's end, which is what the page shows.
   * @param changed called when the place, or whether it plays, has changed
   */
  constructor(film: Film, changed: () => void) {
    this.#film = film;
    this.#changed = changed;
    this.#index = this.last;
  }

  get index(): number {
    return this.#index;
  }

  get last(): number {
    return this.#film.moments.length - 1;
  }

  get playing(): boolean {
    return this.#timer !== undefined;
  }

  /** Goes on from where it stands. */
  play(): void {
    this.#stop();
    if (this.#index >= this.last) return this.#changed();
    const { moments } = this.#film;
    const pause = (moments[this.#index + 1] ?? 0) - (moments[this.#index] ?? 0);
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#show(this.#index + 1);
        this.play();
      },
      Math.min(LONGEST_PAUSE, pause) / this.speed,
    );
    this.#changed();
  }

  pause(): void {
    this.#stop();
    this.#changed();
  }

  /** Shows the moment of that number, and stays there. */
  goTo(index: number): void {
    this.#stop();
    this.#show(Math.max(0, Math.min(this.last, index)));
    this.#changed();
  }

  #show(index: number): void {
    // Backwards, or over several moments, nothing moves: it did not.
    const moving = index === this.#index + 1;
    this.#index = index;
    this.#film.show(index, moving);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
