import { BroadcastChannel } from 'node:worker_threads';
import { isatty } from 'node:tty';
import { type ProgressMessage, progressChannel } from './context.ts';
import { Progress } from './progress.ts';

/** The streams of a verification, with one writer: results never share a line with the progress. */
export class Terminal {
  readonly #progress = new Progress({
    isTTY: isatty(2),
    get columns() {
      return process.stderr.isTTY ? process.stderr.columns : undefined;
    },
    write: (text) => process.stderr.write(text),
  });
  readonly #stdout: (line: string) => void;
  readonly #stderr: (line: string) => void;
  #channel: BroadcastChannel | undefined;

  /** @param streams print a line each */
  constructor(streams: { readonly stdout: (line: string) => void; readonly stderr: (line: string) => void }) {
    this.#stdout = streams.stdout;
    this.#stderr = streams.stderr;
  }

  /** Shows what the lessons' thread says of its work. */
  follow(runId: string): void {
    this.#channel = new BroadcastChannel(progressChannel(runId));
    this.#channel.unref();
    this.#channel.onmessage = ({ data }) => {
      const { kind, text } = data as ProgressMessage;
      if (kind === 'notice') this.stderr(text);
      else this.#progress[kind](text);
    };
  }

  readonly stdout = (line: string): void => {
    this.#progress.clear();
    this.#stdout(line);
  };

  readonly stderr = (line: string): void => {
    this.#progress.clear();
    this.#stderr(line);
  };

  /** The progress ends: nothing more is drawn. */
  close(): void {
    this.#channel?.close();
    this.#progress.stop();
  }
}
