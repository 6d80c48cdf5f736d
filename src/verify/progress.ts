/** Where progress is shown: a terminal's line is rewritten, a log gets a line when there is news or silence lasts. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  /** Of a terminal: a line that is longer could not be rewritten. */
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

const REFRESH_MS = 1000;
const SILENCE_MS = 20_000;

/** Says what is being done, what is waited for, and since when. */
export class Progress {
  readonly #stream: ProgressStream;
  readonly #timer: NodeJS.Timeout;
  #task = '';
  #activity = '';
  #detail = '';
  #since = performance.now();
  #said = performance.now();

  constructor(stream: ProgressStream) {
    this.#stream = stream;
    this.#timer = setInterval(() => this.#refresh(), REFRESH_MS);
    this.#timer.unref();
  }

  /** Begins a task, as « 04-pods · extrait 3 sur 14 ». */
  task(text: string): void {
    this.#task = text;
    this.activity('');
  }

  /** Says what the task waits for now. */
  activity(text: string): void {
    if (text !== '' && text === this.#activity) return;
    this.#activity = text;
    this.#detail = '';
    this.#since = performance.now();
    if (this.#stream.isTTY) this.#draw();
  }

  /** Says how far that is: the attempt, the last line read. It is waited for since the same time. */
  detail(text: string): void {
    this.#detail = text;
  }

  /** Takes the line away, so that something else may be printed. */
  clear(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\u001b[2K');
  }

  stop(): void {
    clearInterval(this.#timer);
    this.clear();
  }

  #refresh(): void {
    if (this.#task === '') return;
    if (this.#stream.isTTY) this.#draw();
    else if (performance.now() - Math.max(this.#since, this.#said) > SILENCE_MS) {
      this.#said = performance.now();
      this.#stream.write(`${this.#line()}\n`);
    }
  }

  #draw(): void {
    this.#stream.write(`\r\u001b[2K${this.#line()}`);
  }

  #line(): string {
    const seconds = Math.round((performance.now() - this.#since) / 1000);
    const since = seconds > 1 ? `depuis ${seconds} s` : '';
    const line = [`  ${this.#task}`, this.#activity, since, this.#detail].filter(Boolean).join(' · ');
    const { columns } = this.#stream;
    return columns === undefined || line.length < columns ? line : `${line.slice(0, Math.max(0, columns - 2))}…`;
  }
}
