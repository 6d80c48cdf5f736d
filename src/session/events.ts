import type { Step } from '../lesson/plan.ts';
import type { Verdict } from '../judge/judge.ts';
import type { Outcome } from '../judge/outcome.ts';

/** What a session tells while it works; verify's progress and the presenter only listen. Times on the lesson's clock. */
export type SessionEvent =
  | { readonly kind: 'began'; readonly step: Step; readonly atMs: number; readonly attempt: number }
  /** A whole line of output, or what stands on an unfinished one when the command ends; rewritten as in the proof. */
  | {
      readonly kind: 'line';
      readonly step: Step;
      readonly atMs: number;
      readonly text: string;
      /** Which of the snippet's commands was running, from 0. */
      readonly command: number;
    }
  /** A wait has begun, or printed `line`. */
  | {
      readonly kind: 'waiting';
      readonly step: Step;
      readonly atMs: number;
      readonly command: string;
      readonly line?: string;
    }
  | {
      readonly kind: 'judged';
      readonly step: Step;
      readonly atMs: number;
      readonly outcome: Outcome;
      readonly verdict: Verdict;
    };

export type Listener = (event: SessionEvent) => void;
