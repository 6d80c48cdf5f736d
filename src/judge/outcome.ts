/**
 * What a step of a lesson's plan did, before anybody has judged it: written by the session, judged live and again by
 * the build, recorded in the proof. Times are whole milliseconds on the lesson's one clock, which starts with its first
 * step.
 */
export interface Outcome {
  readonly exitCode: number;
  /** Both streams in order, as a terminal shows them, after the rewritings (session/rewrite.ts). */
  readonly output: string;
  readonly startMs: number;
  /** Of the last attempt, its waits not included. */
  readonly durationMs: number;
  /** How often it was run: more than 1 only with `retry`. */
  readonly attempts: number;
  /** From the first attempt's start to the last one's end; `durationMs` where there was one attempt. */
  readonly tookMs: number;
  /** `[milliseconds since the attempt's start, whole lines of output printed by then]`, growing. */
  readonly timing: readonly (readonly [number, number])[];
  /** Where each command's output ends, in their order: the deck shows each command with its own. */
  readonly commands: readonly CommandSpan[];
  readonly waits: readonly WaitOutcome[];
}

/** One command of a snippet, as a reader would type it: one line of code, or several that only make sense together. */
export interface CommandSpan {
  /** First and last line within the snippet's code, from 1. */
  readonly from: number;
  readonly to: number;
  /** Characters of `Outcome.output` that were printed when it had ended. */
  readonly until: number;
}

/** A command that ran beside a snippet because of its `wait`. */
export interface WaitOutcome {
  readonly command: string;
  readonly startMs: number;
  readonly durationMs: number;
  readonly output: string;
}

/** What a session adds, for the message only: the line of the lesson of the first failing command; 0 where none is known. */
export interface Measured extends Outcome {
  readonly failedLine: number;
}
