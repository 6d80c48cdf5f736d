import type { ClusterState, NodeObject } from '../../cluster-map/types.ts';

/** What the things of a drawing are called, in French. */
export interface Words {
  readonly node: string;
  readonly waiting: string;
  readonly pod: string;
  readonly noPod: string;
  /** What a node says of itself that is not ready, or takes nothing more: its own tool's words. */
  readonly notReady: string;
  readonly closed: string;
  /** The same, for who does not know that tool. */
  readonly refuses: string;
}

const KUBERNETES: Words = {
  node: 'nœud',
  waiting: 'en attente d’un nœud',
  pod: 'Pod',
  noPod: 'aucun Pod',
  notReady: 'NotReady',
  closed: 'SchedulingDisabled',
  refuses: 'n’accepte plus de Pods',
};

const DOCKER: Words = {
  node: 'machine',
  waiting: 'en attente d’une machine',
  pod: 'conteneur',
  noPod: 'aucun conteneur',
  notReady: 'Down',
  closed: 'Drain',
  refuses: 'ne reçoit plus de tâches',
};

/** @returns the words for a node and what is on it */
export function wordsFor({ engine }: Pick<NodeObject, 'engine'>): Words {
  return engine === 'docker' ? DOCKER : KUBERNETES;
}

/** @returns the words for a whole drawing: its nodes are of one kind */
export function wordsOf({ nodes: [first] }: Pick<ClusterState, 'nodes'>): Words {
  return wordsFor(first ?? {});
}

/** @returns an owner's kind as its tool calls it */
export function kindWord(kind: string): string {
  return kind === 'SwarmService' ? 'service' : kind;
}
