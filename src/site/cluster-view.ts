import { linesOf } from '../cluster-map/delta.ts';
import { isSameState, statesBetween } from '../cluster-map/reduce.ts';
import type { ClusterEvent, ClusterState } from '../cluster-map/types.ts';
import { clusterFile } from '../drawing/cluster/cluster-svg.ts';
import { planOf } from '../lesson/plan.ts';
import type { Lesson, Snippet } from '../lesson/types.ts';
import type { LessonProof, StepRecord } from '../proof/types.ts';

/** The cluster that a snippet changed. */
export interface ClusterView {
  /** From the snippet's start until the reader goes on: milliseconds on the clock of the run. */
  readonly from: number;
  readonly to: number;
  /** `[milliseconds on the same clock, lines of output printed by then]`. */
  readonly printed: readonly (readonly [number, number])[];
  /** What there is in the end. */
  readonly state: ClusterState;
}

/** Pixels of a drawing that stands alone. */
const WIDTH = 760;

/** More lines than anything prints. */
const ALL_LINES = 1e6;

/**
 * @param proof of the lesson
 * @returns by snippet id, where something that is drawn changed from its start until the next visible snippet's
 */
export function clusterViews(lesson: Lesson, { proofs, events }: LessonProof): ReadonlyMap<string, ClusterView> {
  const views = new Map<string, ClusterView>();
  if (events === undefined) return views;
  const shown = planOf(lesson).flatMap((step) => {
    const proof = proofs.get(step.id);
    const seen = proof !== undefined && 'record' in proof && !step.snippet.attributes.hidden;
    return seen ? [{ snippet: step.snippet, proof }] : [];
  });
  for (const [index, { snippet, proof }] of shown.entries()) {
    if (!isDrawn(snippet)) continue;
    const { record } = proof;
    const to = shown[index + 1]?.proof.record.startMs ?? endOf(record);
    const view = viewOf(events, record, to);
    if (view !== undefined) {
      views.set(snippet.id, { ...view, printed: printedAt(record, proof.shown) });
    }
  }
  return views;
}

/** @returns what the page's script needs to draw any moment of a lesson, as JSON */
export function clusterData(events: readonly ClusterEvent[], views: ReadonlyMap<string, ClusterView>): string {
  const snippets = [...views].map(([id, { from, to, printed }]) => [id, { from, to, printed }] as const);
  return JSON.stringify({ events: linesOf(events), snippets: Object.fromEntries(snippets) });
}

/** @returns SVG: what there is after a snippet, for who has no script; what it shows is in it in words too */
export function clusterPicture({ state }: ClusterView): string {
  return clusterFile(state, WIDTH);
}

/** A check only looks; it has a box of its own. */
const isDrawn = ({ attributes }: Snippet): boolean => !attributes.check;

function viewOf(
  events: readonly ClusterEvent[],
  { startMs: from }: StepRecord,
  to: number,
): Omit<ClusterView, 'printed'> | undefined {
  const states = statesBetween(events, from, to).map(({ state }) => state);
  const [first, last] = [states[0], states.at(-1)];
  if (first === undefined || last === undefined || states.every((each) => isSameState(each, first))) return undefined;
  return { from, to, state: last };
}

function endOf({ startMs, tookMs, waits }: StepRecord): number {
  return Math.max(startMs + tookMs, ...waits.map((wait) => wait.startMs + wait.durationMs));
}

/** Where lines were left out of what is shown, nobody can say when one came: all come when the command had ended. */
function printedAt({ startMs, tookMs, durationMs, timing, output }: StepRecord, shown: string): ClusterView['printed'] {
  const end = startMs + tookMs;
  const whole = shown.trimEnd() === output.trimEnd();
  const lines = whole ? timing.map(([ms, count]) => [end - durationMs + ms, count] as const) : [];
  return [...lines, [end, ALL_LINES]];
}
