import type { ClusterEvent } from '../cluster-map/types.ts';
import type { Step } from '../lesson/plan.ts';
import type { SessionEvent } from '../session/events.ts';

/** What a lesson being played tells; those who drive it (verify, the presenter) only listen. */
export type PlayEvent =
  | SessionEvent
  /** A phase has begun: making ready, running one of `total` steps, tidying up. */
  | { readonly kind: 'preparing' | 'closing' }
  | { readonly kind: 'running'; readonly step: Step; readonly index: number; readonly total: number }
  /** What is drawn of the lab has changed; on the clock of the session's events. */
  | { readonly kind: 'cluster'; readonly event: ClusterEvent }
  /** What the lab is at while it is made ready, in French. */
  | { readonly kind: 'activity'; readonly text: string }
  /** Worth telling, judged by nobody, in French. */
  | { readonly kind: 'notice'; readonly text: string };

export type PlayListener = (event: PlayEvent) => void;
