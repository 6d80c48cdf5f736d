import type { z } from 'zod';
import type { ClusterEvent } from '../cluster-map/types.ts';
import type { Position } from '../lesson/types.ts';
import type { recordSchema, runSchema, transcriptSchema } from './schema.ts';

export type StepRecord = z.infer<typeof recordSchema>;
export type RunInfo = z.infer<typeof runSchema>;
export type Transcript = z.infer<typeof transcriptSchema>;

/** What the site may say of one step. */
export type Proof =
  | { readonly state: 'proven' | 'expected-failure'; readonly record: StepRecord; readonly shown: string }
  | { readonly state: 'skipped'; readonly reason: string }
  | { readonly state: 'unproven'; readonly problem: Problem };

/** Why a step may not be published. Texts are French. */
export interface Problem {
  /**
   * `sortie-differente`: it was run as it stands, and printed something else than is expected now;
   * `mesure-illisible`: the text quotes what it printed, and that is no figure.
   */
  readonly kind: 'preuve-absente' | 'sortie-differente' | 'mesure-illisible';
  readonly step: string;
  readonly position: Position;
  readonly message: string;
  readonly fix: string;
}

/** Everything the site needs to know about a lesson's proof. */
export interface LessonProof {
  /** Absent when there is no readable transcript. */
  readonly run?: RunInfo;
  /** What became of the cluster during that run, in the order of time; absent where nobody saw it. */
  readonly events?: readonly ClusterEvent[];
  /** Why the events that are there are of no use, in French. */
  readonly eventsProblem?: string;
  /** By step id; one for each step of the plan. */
  readonly proofs: ReadonlyMap<string, Proof>;
  /** Empty: the lesson may be published. */
  readonly problems: readonly Problem[];
}
