import { setTimeout as delay } from 'node:timers/promises';
import type { Lesson } from '../lesson/types.ts';
import { type ProcessInfo, processesWith, processesWithin, variableOf } from '../machine/processes.ts';
import { StepFailure } from '../session/step-failure.ts';

/** Carried by every process of a lesson's session. */
export const LESSON_VARIABLE = 'ORCHESTRE_LECON';
/** Set by the session's driver: the script that started the process. */
const SNIPPET_VARIABLE = 'ORCHESTRE_EXTRAIT';
/** Milliseconds that a process which is just ending may take. */
const LASTING_MS = 300;

/** A process of a lesson that is nobody's, and the snippet that started it. */
export interface Survivor extends ProcessInfo {
  readonly snippet: string | undefined;
}

export interface SurvivorsOptions {
  /** The value of `LESSON_VARIABLE` in the lesson's session. */
  readonly mark: string;
  /** Its folder, absolute, where nobody else works there: it tells those too that emptied their environment. */
  readonly dir?: string;
  /** Processes that are the session's, at this moment. */
  readonly own: () => readonly number[];
}

/** What a lesson leaves running. */
export class Survivors {
  readonly #lesson: Lesson;
  readonly #options: SurvivorsOptions;

  constructor(lesson: Lesson, options: SurvivorsOptions) {
    this.#lesson = lesson;
    this.#options = options;
  }

  /** Seen twice: what is just ending is nobody's leftover. */
  async lasting(): Promise<Survivor[]> {
    const first = await this.#now();
    if (first.length === 0) return [];
    await delay(LASTING_MS);
    const again = new Set((await this.#now()).map(({ pid }) => pid));
    return first.filter(({ pid }) => again.has(pid));
  }

  /**
   * Ends those that last, and those that were seen before.
   * @returns a failure each, at the snippet that started it
   */
  async end(before: readonly Survivor[] = []): Promise<StepFailure[]> {
    const after = await this.lasting();
    const all = [...before, ...after.filter(({ pid }) => !before.some((each) => each.pid === pid))];
    return all.map((each) => this.#kill(each));
  }

  #kill({ pid, command, snippet: id }: Survivor): StepFailure {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended meanwhile.
    }
    const snippet = this.#lesson.snippets.find((each) => each.id === id);
    const message = `un processus a survécu à la leçon : ${command} (${pid}) → lancez-le par un extrait background, ou arrêtez-le`;
    return new StepFailure(snippet?.position ?? { file: this.#lesson.file, line: 1, column: 1 }, message);
  }

  /** By the mark in their environment, or by what they hold within the folder. */
  async #now(): Promise<Survivor[]> {
    const { mark, dir, own } = this.#options;
    const within = dir === undefined ? [] : processesWithin(dir);
    const found = (await Promise.all([processesWith(LESSON_VARIABLE, mark), within])).flat();
    const ours = new Set(own());
    const others = new Map(found.filter(({ pid }) => !ours.has(pid)).map((each) => [each.pid, each]));
    return Promise.all(
      [...others.values()].map(async (each) => ({
        ...each,
        snippet: (await variableOf(each.pid, SNIPPET_VARIABLE))?.split('.')[0],
      })),
    );
  }
}
