import type { ExecResult } from '../../machine/exec.ts';
import { type Stream, streamLines } from '../../machine/stream.ts';
import { COLUMNS, PodHistory, type PodLife } from './pod-history.ts';

export interface PodWatchOptions {
  /** kubectl's words for which namespaces. */
  readonly scope: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Milliseconds after which an end without an error is the server's own: 30 minutes and more, a lesson in class lasts longer. */
  readonly lastsMs?: number;
}

const LASTS_MS = 60_000;

/** What became of a watch of Pods. */
export interface Watched {
  readonly pods: readonly PodLife[];
  /** How often the server ended it, and it was begun again: a Pod that came and went in between was not seen. */
  readonly gaps: number;
  /** How it ended where it did for another reason: nothing was seen since. */
  readonly lost: ExecResult | undefined;
}

/** Watches the Pods of a lesson until it is stopped. */
export class PodWatch {
  readonly #options: PodWatchOptions;
  readonly #history = new PodHistory();
  #stream: Stream;
  #gaps = 0;
  #lost: ExecResult | undefined;
  #isStopped = false;

  constructor(options: PodWatchOptions) {
    this.#options = options;
    this.#stream = this.#begin();
  }

  /** Ends it, once or again. */
  async stop(): Promise<Watched> {
    this.#isStopped = true;
    await this.#stream.stop();
    return { pods: this.#history.pods(), gaps: this.#gaps, lost: this.#lost };
  }

  #begin(): Stream {
    const { scope, env, lastsMs = LASTS_MS } = this.#options;
    const began = performance.now();
    const stream = streamLines(
      ['kubectl', 'get', 'pods', '--watch', '--no-headers', `--output=custom-columns=${COLUMNS}`, ...scope],
      { env, onLine: (line) => this.#history.take(line, performance.now()) },
    );
    void stream.ended.then((result) => {
      if (result === undefined || this.#isStopped) return;
      if (!result.ok || performance.now() - began < lastsMs) {
        this.#lost = result;
        return;
      }
      this.#gaps += 1;
      this.#stream = this.#begin();
    });
    return stream;
  }
}
