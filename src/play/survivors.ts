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

/**
 * Processes of a lesson, by the mark in their environment, or, where that was emptied, by what they hold within its folder.
 * @param lesson `mark`: the value of `LESSON_VARIABLE` in its session; `dir`: its folder, absolute
 * @param own processes that are the session's
 */
export async function survivorsOf(
  { mark, dir }: { readonly mark: string; readonly dir: string },
  own: readonly number[] = [],
): Promise<Survivor[]> {
  const found = (await Promise.all([processesWith(LESSON_VARIABLE, mark), processesWithin(dir)])).flat();
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
