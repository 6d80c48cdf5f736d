/** One thing in a lesson that is not as its author wrote it; a verification that holds all the same proves nothing about it. */
export interface Mutant {
  /** Which operator made it. */
  readonly operator: string;
  /** The line of the lesson that it changes, from 1. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
  /** The whole lesson with the change. */
  readonly source: string;
  /** It changes only an expected output: the recorded run judges it, without a cluster. */
  readonly offline: boolean;
  /** How much a survivor would say: those with the most are tried first. */
  readonly weight: number;
  /** Why it may survive without a fault of the verifier, in French. */
  readonly excuse: string;
}

/** A change of one line; `undefined` where the operator does not apply, an empty list of lines deletes it. */
export interface LineOperator {
  readonly name: string;
  readonly on: 'command' | 'manifest' | 'output' | 'fence';
  readonly weight: number;
  readonly excuse: string;
  readonly change: (line: string) => string | readonly string[] | undefined;
}
