import type { Step } from '../lesson/plan.ts';
import type { Lesson } from '../lesson/types.ts';
import { LessonJudge, type Judged, type Verdict } from './judge.ts';

/** The judgement of one outcome by itself, where no other one of its lesson is known. */
export function compareStep(step: Step, outcome: Omit<Judged, 'waits'>): Verdict {
  return new LessonJudge({ snippets: [step.snippet] } as unknown as Lesson).judge(step, outcome);
}
