import type { BridgeEvent } from './protocol.ts';

/** Milliseconds that lines may wait for others: a fraction of what anybody sees. */
const GATHER_MS = 15;

type Line = Extract<BridgeEvent, { type: 'line' }>;

/** Gathers lines that come together into one message: a snippet may print thousands a second. */
export class LineBatch {
  readonly #tell: (event: Line) => void;
  #first: Omit<Line, 'text'> | undefined;
  #lines: string[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** @param tell told one event for several lines of one command */
  constructor(tell: (event: Line) => void) {
    this.#tell = tell;
  }

  push({ text, ...place }: Line): void {
    const first = this.#first;
    if (first !== undefined && (first.snippet !== place.snippet || first.command !== place.command)) this.flush();
    this.#first ??= place;
    this.#lines.push(text);
    this.#timer ??= setTimeout(() => this.flush(), GATHER_MS);
  }

  /** Call it before anything else is told. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const place = this.#first;
    if (place === undefined) return;
    const text = this.#lines.join('\n');
    this.#first = undefined;
    this.#lines = [];
    this.#tell({ ...place, text });
  }
}
