import type { Position } from '../lesson/types.ts';

/** Raised whenever the file's shape changes: older files are proofs no more. */
export const TRANSCRIPT_VERSION = 1;

/** `proven`: it ended with 0; `expected-failure`: with the `exit=N` asked for; `skipped`: not run, for a stated reason. */
export type RecordStatus = 'proven' | 'expected-failure' | 'skipped';

/** A command that ran beside a snippet because of its `wait`. */
export interface WaitRecord {
  readonly command: string;
  readonly durationMs: number;
  readonly output: string;
}

/** What one step of the plan printed. */
export interface StepRecord {
  /** The step's id. */
  readonly id: string;
  readonly hash: string;
  readonly status: RecordStatus;
  readonly exitCode: number;
  readonly durationMs: number;
  /** Both streams in order, as a terminal shows them, after the two rewritings. */
  readonly output: string;
  /** `[milliseconds since the start, whole lines of output printed by then]`, growing. */
  readonly timing: readonly (readonly [number, number])[];
  readonly waits: readonly WaitRecord[];
}

/** `transcript.json`: what the last wholly green run of a lesson printed. */
export interface Transcript {
  readonly version: typeof TRANSCRIPT_VERSION;
  /** The lesson's slug. */
  readonly lesson: string;
  readonly run: RunInfo;
  readonly records: readonly StepRecord[];
  /** SHA-256 of all the rest: a file that was edited by hand proves nothing. */
  readonly seal: string;
}

export interface RunInfo {
  /** ISO 8601, UTC. */
  readonly date: string;
  /** Versions found, as `0.33.0`, `v1.37.0`. */
  readonly kind: string;
  readonly kubernetes: string;
  /** The node image by tag. */
  readonly node: string;
  /** Digest found on the node for each image of the lesson. Recorded, never keyed. */
  readonly images: Readonly<Record<string, string>>;
}

/** What the site may say of one step. */
export type Proof =
  | { readonly state: 'proven' | 'expected-failure'; readonly record: StepRecord; readonly shown: string }
  | { readonly state: 'skipped'; readonly reason: string }
  | { readonly state: 'unproven'; readonly problem: Problem };

/** Why a step may not be published. Texts are French. */
export interface Problem {
  /** `sortie-differente`: it was run as it stands, and printed something else than is expected now. */
  readonly kind: 'preuve-absente' | 'sortie-differente';
  readonly step: string;
  readonly position: Position;
  readonly message: string;
  readonly fix: string;
}

/** Everything the site needs to know about a lesson's proof. */
export interface LessonProof {
  /** Absent when there is no readable transcript. */
  readonly run?: RunInfo;
  /** By step id; one for each step of the plan. */
  readonly proofs: ReadonlyMap<string, Proof>;
  /** Empty: the lesson may be published. */
  readonly problems: readonly Problem[];
}
