import type { Lesson } from '../lesson/types.ts';
import type { PlayEvent } from '../play/events.ts';
import { endedEvent } from './ended.ts';
import { LineBatch } from './line-batch.ts';
import type { BridgeEvent } from './protocol.ts';

export interface RetellingOptions {
  readonly tell: (event: BridgeEvent) => void;
  /** Told what the lab is at while it is made ready, in French. */
  readonly activity: (text: string) => void;
}

/** What one play of a lesson tells, in the words of the bridge's protocol. */
export class Retelling {
  readonly #lesson: Lesson;
  readonly #options: RetellingOptions;
  readonly #batch: LineBatch;
  #waitingSince = 0;
  #isOver = false;

  constructor(lesson: Lesson, options: RetellingOptions) {
    this.#lesson = lesson;
    this.#options = options;
    this.#batch = new LineBatch(options.tell);
  }

  /** Tells the lines that still wait for others; call it before anything else is told. */
  flush(): void {
    this.#batch.flush();
  }

  /** Another play takes the place of this one, whose end says nothing of the other's snippets and objects. */
  end(): void {
    this.flush();
    this.#isOver = true;
  }

  /** Hears the play. */
  readonly listen = (event: PlayEvent): void => {
    if (event.kind === 'notice') return this.#tell({ type: 'notice', text: event.text });
    if (this.#isOver) return undefined;
    switch (event.kind) {
      case 'began':
        return this.#tell({ type: 'began', snippet: event.step.id, attempt: event.attempt });
      case 'line':
        return this.#batch.push({ type: 'line', snippet: event.step.id, command: event.command, text: event.text });
      case 'waiting':
        return this.#waits(event);
      case 'judged':
        return this.#tell(endedEvent(this.#lesson, event.step, event));
      case 'cluster':
        return this.#tell({ type: 'cluster', event: event.event });
      case 'activity':
        return this.#options.activity(event.text);
      default:
        return undefined;
    }
  };

  #waits({ step, atMs, command, line }: Extract<PlayEvent, { kind: 'waiting' }>): void {
    if (line === undefined) this.#waitingSince = atMs;
    const seconds = Math.round((atMs - this.#waitingSince) / 1_000);
    this.#tell({ type: 'waiting', snippet: step.id, text: line ?? command, seconds });
  }

  #tell(event: BridgeEvent): void {
    this.flush();
    this.#options.tell(event);
  }
}
