/** What a cluster is made of; two clusters with the same settings are interchangeable. */
export interface ClusterSettings {
  /** The node image by tag, as `kindest/node:v1.37.0`. */
  readonly image: string;
  /** With three, one is the control plane. */
  readonly nodes: 1 | 3;
  /** The exact version of kind, as `0.33.0`. */
  readonly kindVersion: string;
}

/** A kind cluster that is ready. */
export interface Cluster {
  /** `orchestre-<run>` or `orchestre-<run>-<suffix>`; the run is an older one's when the cluster was kept. */
  readonly name: string;
  /** Absolute path of a file of its own; never the user's. */
  readonly kubeconfig: string;
  /** Names of the nodes' containers, which are the nodes' names too. */
  readonly nodes: readonly string[];
  readonly settings: ClusterSettings;
  /** As the server says it: `v1.37.0`. */
  readonly kubernetesVersion: string;
}
