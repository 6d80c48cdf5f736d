import type { Lesson } from '../lesson/types.ts';
import { type ProcessInfo, processesWith, processesWithin, variableOf } from '../machine/processes.ts';
import { StepFailure } from '../session/step-failure.ts';

/** Carried by every process of a lesson's session. */
export const LESSON_VARIABLE = 'ORCHESTRE_LECON';
/** Set by the session's driver: the script that started the process. */
const SNIPPET_VARIABLE = 'ORCHESTRE_EXTRAIT';

/** A process of a lesson that is nobody's, and the snippet that started it. */
export interface Survivor extends ProcessInfo {
  readonly snippet: string | undefined;
}

/** What a lesson's processes are known by. */
export interface Trace {
  /** The value of `LESSON_VARIABLE` in its session. */
  readonly mark: string;
  /** Its folder, absolute, where nobody else works there: it tells those too that emptied their environment. */
  readonly dir?: string;
}

/**
 * Processes of a lesson, by the mark in their environment, or by what they hold within its folder.
 * @param own processes that are the session's
 */
export async function survivorsOf({ mark, dir }: Trace, own: readonly number[] = []): Promise<Survivor[]> {
  const within = dir === undefined ? [] : processesWithin(dir);
  const found = (await Promise.all([processesWith(LESSON_VARIABLE, mark), within])).flat();
  const others = new Map(found.filter(({ pid }) => !own.includes(pid)).map((each) => [each.pid, each]));
  return Promise.all(
    [...others.values()].map(async (each) => ({
      ...each,
      snippet: (await variableOf(each.pid, SNIPPET_VARIABLE))?.split('.')[0],
    })),
  );
}

/** Ends them. @returns a failure each, at the snippet that started it */
export function endSurvivors(lesson: Lesson, survivors: readonly Survivor[]): StepFailure[] {
  const start = { file: lesson.file, line: 1, column: 1 };
  return survivors.map(({ pid, command, snippet: id }) => {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended meanwhile.
    }
    const snippet = lesson.snippets.find((each) => each.id === id);
    const message = `un processus a survécu à la leçon : ${command} (${pid}) → lancez-le par un extrait background, ou arrêtez-le`;
    return new StepFailure(snippet?.position ?? start, message);
  });
}
