import { setTimeout as delay } from 'node:timers/promises';
import type { ClusterObject, Gone } from '../../../cluster-map/types.ts';
import type { Following } from '../../types.ts';
import { Api } from './api.ts';
import { Drawn } from './drawn-kinds.ts';

export interface FollowOptions {
  /** Absolute path of a file that kind wrote. */
  readonly kubeconfig: string;
  /** The lesson's: other namespaces that there are when it begins are not its own. */
  readonly namespace: string;
  /** What the reader calls a node. */
  readonly node: (name: string) => string;
  readonly tell: (change: ClusterObject | Gone) => void;
}

/** Milliseconds until all that is there was told: whoever waits goes on without. */
const AT_FIRST_MS = 5_000;
/** Before a connection that was lost is tried again. */
const AGAIN_MS = 500;
/** Longer than any lesson: the server itself would end a watch after half an hour or more. */
const TIMEOUT_S = 86_400;

interface WatchEvent {
  readonly type: string;
  readonly object: unknown;
}

/**
 * Follows what is drawn of a cluster: one connection, one watch a kind, nothing asked twice. Where the connection was lost,
 * what is there is told when it is back, and what happened meanwhile was missed.
 * @returns when all that is there was told
 * @throws where the server cannot be asked at all
 */
export async function followCluster(options: FollowOptions): Promise<Following> {
  let api = await Api.connect(options.kubeconfig);
  let stopped = false;
  const elsewhere = await otherNamespaces(api, options.namespace).catch((error: unknown) => {
    api.close();
    throw error;
  });
  const drawn = new Drawn({ namespace: options.namespace, node: options.node }, options.tell);
  const goOn = async (): Promise<void> => {
    while (!stopped) {
      const watches = drawn.kinds.map((kind) => watch(api, kind, elsewhere));
      // One that ends leaves a gap, like all of them.
      await Promise.race([...watches, api.closed]).catch(() => undefined);
      api.close();
      await Promise.allSettled(watches);
      for (const kind of drawn.kinds) kind.lost();
      await delay(stopped ? 0 : AGAIN_MS);
      if (!stopped) api = await Api.connect(options.kubeconfig);
    }
    api.close();
  };
  const running = goOn().catch(() => undefined);
  await Promise.race([drawn.complete, delay(AT_FIRST_MS, undefined, { ref: false })]);
  return {
    async stop() {
      const { sawAll } = drawn;
      stopped = true;
      api.close();
      await running;
      return sawAll;
    },
  };
}

async function otherNamespaces(api: Api, own: string): Promise<string[]> {
  let text = '';
  await api.lines('/api/v1/namespaces', 'application/json', (line) => (text += line));
  const { items } = JSON.parse(text) as { items: readonly { metadata: { name: string } }[] };
  return items.map(({ metadata }) => metadata.name).filter((name) => name !== own);
}

async function watch(api: Api, kind: Drawn['kinds'][number], elsewhere: readonly string[]): Promise<void> {
  const query = new URLSearchParams({
    watch: 'true',
    timeoutSeconds: String(TIMEOUT_S),
    sendInitialEvents: 'true',
    resourceVersionMatch: 'NotOlderThan',
    allowWatchBookmarks: 'true',
    includeObject: 'Object',
    ...(kind.isNamespaced && { fieldSelector: elsewhere.map((name) => `metadata.namespace!=${name}`).join(',') }),
  });
  await api.lines(`${kind.path}?${query.toString()}`, kind.accept, (line) => {
    const { type, object } = JSON.parse(line) as WatchEvent;
    if (type === 'ERROR') throw new Error(line);
    kind.take(type, object);
  });
}
