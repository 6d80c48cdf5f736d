import type { Course } from '../course/types.ts';

/** What the main thread tells the one that runs lessons; survives structured cloning. */
export interface VerifyContext {
  /** As it was checked: what is on disk may have changed since. */
  readonly course: Course;
  /** Slugs of the lessons that are run, in their order. */
  readonly lessons: readonly string[];
  readonly runId: string;
  readonly stateDir: string;
  readonly update: boolean;
  readonly proofs?: string;
}

/** The channel on which the lessons' thread says what it is at; the main thread alone writes to the terminal. */
export const progressChannel = (runId: string): string => `orchestre:${runId}`;

export interface ProgressMessage {
  /** `task`: a step or phase begins; `activity`: it waits for something; `detail`: how far that is, since it began. */
  readonly kind: 'task' | 'activity' | 'detail' | 'notice';
  readonly text: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly orchestre: VerifyContext;
  }
}
