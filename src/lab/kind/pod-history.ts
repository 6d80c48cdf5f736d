/** What became of one Pod while a lesson ran. */
export interface PodLife {
  readonly namespace: string;
  readonly name: string;
  /** Kind and name of the object that made it. */
  readonly ownerKind: string | undefined;
  readonly owner: string | undefined;
  /** Most restarts seen, summed over its containers. */
  readonly restarts: number;
  /** Reasons seen: `OOMKilled`, `CrashLoopBackOff`… */
  readonly reasons: readonly string[];
  readonly everReady: boolean;
  readonly phase: string;
  /** Milliseconds on the caller's clock: seen first, and asked to go (or the end of the lesson). */
  readonly from: number;
  readonly until: number | undefined;
}

/** Fields of a row, in the order of `COLUMNS`; `kubectl get pods --watch` prints one at each change. */
export const COLUMNS = [
  'NAMESPACE:.metadata.namespace',
  'NAME:.metadata.name',
  'OWNERKIND:.metadata.ownerReferences[0].kind',
  'OWNER:.metadata.ownerReferences[0].name',
  'PHASE:.status.phase',
  'READY:.status.conditions[?(@.type=="Ready")].status',
  'RESTARTS:.status.containerStatuses[*].restartCount',
  'WAITING:.status.containerStatuses[*].state.waiting.reason',
  'ENDED:.status.containerStatuses[*].lastState.terminated.reason',
  'DELETED:.metadata.deletionTimestamp',
].join(',');

/** Follows the Pods of a lesson by the rows of one watch; pure but for what it remembers. */
export class PodHistory {
  readonly #pods = new Map<string, PodLife>();

  /**
   * @param row a line that kubectl printed for `COLUMNS`, without header
   * @param atMs when it came
   */
  take(row: string, atMs: number): void {
    const cells = row
      .trim()
      .split(/\s{2,}/)
      .map((cell) => (cell === '<none>' ? undefined : cell));
    const [
      namespace = '',
      name = '',
      ownerKind,
      owner,
      phase = '',
      ready,
      restarts = '',
      waiting = '',
      ended = '',
      deleted,
    ] = cells;
    if (cells.length < 10) return;
    const key = `${namespace}/${name}`;
    const known = this.#pods.get(key);
    // What its end makes of a Pod that was deleted (its phase may become Failed) is what was asked for.
    if (deleted !== undefined && known !== undefined) {
      this.#pods.set(key, { ...known, until: known.until ?? atMs });
      return;
    }
    const count = restarts.split(',').reduce((sum, each) => sum + (Number(each) || 0), 0);
    const reasons = [...waiting.split(','), ...ended.split(',')].filter(
      (reason) => reason !== '' && !HARMLESS.has(reason),
    );
    this.#pods.set(key, {
      namespace,
      name,
      ownerKind,
      owner,
      phase,
      restarts: Math.max(count, known?.restarts ?? 0),
      reasons: [...new Set([...(known?.reasons ?? []), ...reasons])],
      everReady: ready === 'True' || (known?.everReady ?? false),
      from: known?.from ?? atMs,
      until: known?.until ?? (deleted === undefined ? undefined : atMs),
    });
  }

  pods(): readonly PodLife[] {
    return [...this.#pods.values()];
  }
}

/** What every container goes through. */
const HARMLESS = new Set(['ContainerCreating', 'PodInitializing', 'Completed']);
