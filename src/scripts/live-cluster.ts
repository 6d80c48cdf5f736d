import type { ClusterEvent } from '../cluster-map/types.ts';

/**
 * What a deck's drawing and the bridge's script say to each other, by events of the document: they are two bundles, and
 * a published deck has the first alone. News come whenever the cluster, or what is shown of its runs, has changed.
 */
export const CLUSTER_NEWS = 'orchestre-cluster';

/** Asks for the news that there are. */
export const CLUSTER_WANTED = 'orchestre-cluster-voulu';

/** What makes the cluster as it is now; empty where none is followed. */
export type ClusterNews = CustomEvent<readonly ClusterEvent[]>;
