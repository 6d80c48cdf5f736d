import type { Step } from '../lesson/plan.ts';
import type { Lesson } from '../lesson/types.ts';
import { scopeOf } from './accept/scope.ts';
import { vocabularyOf, type Vocabulary } from './accept/vocabulary.ts';
import { compareStep } from './compare.ts';
import type { Measured } from './outcome.ts';

/** Whether what a step did is what its author expects. */
export type Verdict =
  | {
      readonly ok: true;
      /** The output with `…` where the author wrote it. */
      readonly shown: string;
    }
  | {
      readonly ok: false;
      /** The line of the lesson that does not hold. */
      readonly line: number;
      /** What differs, why it may not, and what to do, in French; the diff below the first line. */
      readonly message: string;
    };

/** What a judge looks at. */
export type Judged = Pick<Measured, 'exitCode' | 'output'> & Partial<Pick<Measured, 'failedLine' | 'waits'>>;

/**
 * The one judge of a lesson, for the session that has just seen an outcome and for the build that reads it again. Judges
 * the steps in the order of the plan: what one accepted output says (which name stands for which) binds those behind it.
 */
export class LessonJudge {
  readonly lesson: Lesson;
  readonly #typed: Vocabulary;

  constructor(lesson: Lesson) {
    this.lesson = lesson;
    this.#typed = vocabularyOf(lesson.snippets.map(({ code }) => code));
  }

  /** Judges an outcome, and remembers nothing of it. */
  judge(step: Step, { exitCode, output, failedLine }: Judged): Verdict {
    const scope = scopeOf(step.snippet.code, this.#typed);
    return compareStep(step, { exitCode, output, ...(failedLine === undefined ? {} : { line: failedLine }) }, scope);
  }

  /** Remembers what an accepted outcome binds; call it once a step, in the order of the plan. */
  accept(_step: Step, _outcome: Judged): void {}
}
