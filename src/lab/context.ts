import { join } from 'node:path';
import type { Course } from '../course/types.ts';
import type { Run } from '../ledger/ownership.ts';
import type { Lesson } from '../lesson/types.ts';
import type { Progress } from '../machine/progress.ts';

/** What every provider of labs works with. */
export interface LabContext {
  /** Owns what is made; its `exec` starts programs as processes of the run. */
  readonly run: Run;
  readonly course: Course;
  readonly progress: Progress;
}

/** @returns the absolute path of the folder of one lesson's machines, shells and kubeconfig */
export function lessonDir(run: Run, lesson: Pick<Lesson, 'slug'>): string {
  return join(run.dir, 'lecons', lesson.slug);
}
