import type { Course } from '../course/types.ts';
import type { Finding } from '../lesson/types.ts';
import type { Schemas } from './kubernetes/schemas.ts';
import type { Reading } from './reading.ts';

/** What every rule may look at. */
export interface Subject {
  readonly course: Course;
  readonly readings: readonly Reading[];
  readonly schemas: Schemas;
  /** ISO date of the day, as `2026-11-24`. */
  readonly today: string;
  /** In CI what has expired is an error. */
  readonly ci: boolean;
}

/** One rule, or a few close ones. Pure. */
export type Rule = (subject: Subject) => Finding[];
