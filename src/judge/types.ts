import type { Scope } from './accept/scope.ts';

/**
 * The contract of the matchers: pure, shared by the session, which decides whether a run holds, and by the build,
 * which decides again whether what was recorded may be shown.
 */

/** A place where expected and actual differ although they may not. Texts are French. */
export interface Difference {
  /** Line of the expected text, from 1; absent where a whole actual line is in excess. */
  readonly line?: number;
  /** Column of a table (`STATUS`), where the text is one. */
  readonly column?: string;
  readonly expected: string;
  readonly actual: string;
  /** Why it may not differ: « STATUS est stable », « ligne absente »… */
  readonly reason: string;
}

export type MatchResult =
  | {
      readonly ok: true;
      /** The actual text, with `…` wherever the author's `…` stood for something. */
      readonly shown: string;
    }
  | {
      readonly ok: false;
      readonly differences: readonly Difference[];
      /** The diff for a terminal, aligned by rows and columns, without colours. */
      readonly diff: string;
    };

/** Compares what the author expects with what was printed. Never throws: a bad regex is a difference. */
export type Matcher = (expected: string, actual: string, scope?: Scope) => MatchResult;
