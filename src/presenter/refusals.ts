/** Milliseconds in which the same refusal is told once. */
const SEVERAL_MS = 10_000;

/** Tells in the terminal what was refused: each reason once, then how often it came back. */
export class Refusals {
  readonly #say: (line: string) => void;
  readonly #again = new Map<string, number>();

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  /** @param reason French, without anything secret */
  readonly refuse = (reason: string): void => {
    const count = this.#again.get(reason);
    if (count !== undefined) return void this.#again.set(reason, count + 1);
    this.#say(`refusé : ${reason}`);
    if (this.#again.size > 100) return;
    this.#again.set(reason, 0);
    setTimeout(() => {
      const more = this.#again.get(reason) ?? 0;
      this.#again.delete(reason);
      if (more > 0) this.#say(`refusé ${more} fois encore : ${reason}`);
    }, SEVERAL_MS).unref();
  };
}
