import { eventsOf, type EventLine } from '../cluster-map/delta.ts';
import type { ClusterEvent } from '../cluster-map/types.ts';

/** What a snippet's drawing needs: its time on the run's clock, and the lines that it had printed by when. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly printed: readonly (readonly [number, number])[];
}

/** A lesson's `cluster.json`. */
export interface ClusterData {
  readonly events: readonly ClusterEvent[];
  readonly snippets: Readonly<Record<string, Span>>;
}

const fetched = new Map<string, Promise<ClusterData>>();

/** Fetches it once; a failure is forgotten, so that the next opening tries again. */
export function clusterData(address: string): Promise<ClusterData> {
  const known = fetched.get(address) ?? fetchData(address);
  fetched.set(address, known);
  known.catch(() => fetched.delete(address));
  return known;
}

async function fetchData(address: string): Promise<ClusterData> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} : ${response.status}`);
  const { events, snippets } = (await response.json()) as {
    events: EventLine[];
    snippets: Record<string, Span>;
  };
  // The build has checked them.
  return { events: eventsOf(events) as ClusterEvent[], snippets };
}
