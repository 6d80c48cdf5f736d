/** What happened to one object of the cluster, on the clock of a proof's records. */
export interface ClusterEvent {
  /** Milliseconds since the lesson began, as `startMs`; 0: it was there before. */
  readonly at: number;
  /** The object as it is from then on. */
  readonly object: ClusterObject | Gone;
}

export type ClusterObject = NodeObject | PodObject | OwnerObject | ServiceObject | ClaimObject;

/** Tells an object from all others. */
export interface ObjectName {
  readonly kind: ClusterObject['kind'];
  /** As the reader reads it, like all names here: of the run's own nothing is left. */
  readonly name: string;
  /** Where it is not the lesson's own. */
  readonly namespace?: string | undefined;
}

export interface Gone extends ObjectName {
  readonly gone: true;
}

export interface NodeObject extends ObjectName {
  readonly kind: 'Node';
  readonly ready: boolean;
  /** Neither cordoned nor drained. */
  readonly schedulable: boolean;
  readonly role?: 'control-plane' | 'manager' | undefined;
  /** A machine with an engine of its own: what is called a Pod here is a container of it, or a task of its Swarm. */
  readonly engine?: 'docker' | undefined;
}

/** A Pod, a container of a machine, or a task of a Swarm service. */
export interface PodObject extends ObjectName {
  readonly kind: 'Pod';
  /** Absent: it waits for one. */
  readonly node?: string | undefined;
  /** Of whatever kind. */
  readonly owner?: Owner | undefined;
  /** The word that kubectl or docker shows: Pending, ContainerCreating, Running, Completed, CrashLoopBackOff… */
  readonly state: string;
  readonly ready: boolean;
  readonly restarts: number;
  /** Image of its first container, as its author wrote it. */
  readonly tag?: string | undefined;
}

export interface Owner {
  readonly kind: string;
  readonly name: string;
}

/** Who makes Pods, or makes who makes them; in the order in which a drawing has them. */
export const OWNER_KINDS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'SwarmService', 'ReplicaSet'] as const;

/** What makes Pods, or makes what makes them. */
export interface OwnerObject extends ObjectName {
  readonly kind: (typeof OWNER_KINDS)[number];
  readonly owner?: Owner | undefined;
  /** Pods that it is to have; of a Job, how many have to complete. */
  readonly wanted: number;
  /** Pods that are ready; of a Job, how many have completed. */
  readonly ready: number;
}

export interface ServiceObject extends ObjectName {
  readonly kind: 'Service';
  /** Names of the ready Pods behind it, sorted. */
  readonly pods: readonly string[];
}

export interface ClaimObject extends ObjectName {
  readonly kind: 'PersistentVolumeClaim';
  readonly bound: boolean;
}

/** What there is at one moment. */
export interface ClusterState {
  /** Control plane or managers first, then by name, as the others. */
  readonly nodes: readonly NodeObject[];
  /** In the order in which they appear in the lesson: one that comes back finds its place again. */
  readonly pods: readonly PodObject[];
  readonly owners: readonly OwnerObject[];
  readonly services: readonly ServiceObject[];
  readonly claims: readonly ClaimObject[];
}
