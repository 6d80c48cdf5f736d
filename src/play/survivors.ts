import type { Lesson } from '../lesson/types.ts';
import { type ProcessInfo, processesWith, variableOf } from '../machine/processes.ts';
import { StepFailure } from '../session/step-failure.ts';

/** Carried by every process of a lesson's session. */
export const LESSON_VARIABLE = 'ORCHESTRE_LECON';
/** Set by the session's driver: the script that started the process. */
const SNIPPET_VARIABLE = 'ORCHESTRE_EXTRAIT';

/** A process of a lesson that is nobody's, and the snippet that started it. */
export interface Survivor extends ProcessInfo {
  readonly snippet: string | undefined;
}

/**
 * @param mark the value of `LESSON_VARIABLE` in the lesson's session
 * @param own processes that are the session's
 */
export async function survivorsOf(mark: string, own: readonly number[] = []): Promise<Survivor[]> {
  const found = (await processesWith(LESSON_VARIABLE, mark)).filter(({ pid }) => !own.includes(pid));
  return Promise.all(
    found.map(async (each) => ({ ...each, snippet: (await variableOf(each.pid, SNIPPET_VARIABLE))?.split('.')[0] })),
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
