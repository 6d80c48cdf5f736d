import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { listContainers, removeContainers } from '../../machine/containers.ts';
import { kubectl } from './kubectl.ts';
import { nodeNames } from './names.ts';
import { readRecords, removeRecord } from '../../ledger/ledger.ts';
import type { RunRecord } from '../../ledger/ledger.ts';
import { serverVersion } from './ready.ts';
import type { Run } from '../../ledger/ownership.ts';
import type { Cluster, ClusterSettings } from './types.ts';
import type { Progress } from '../../machine/progress.ts';

export interface TakeOptions {
  readonly run: Run;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

/** Leaves the cluster, and nothing else, for the next run of this checkout: the reaper does not touch it. */
export async function keepCluster(cluster: Pick<Cluster, 'name'>, { run }: { readonly run: Run }): Promise<void> {
  await run.update(({ clusters }) => ({
    state: 'kept',
    clusters: clusters.filter(({ name }) => name === cluster.name),
  }));
}

/**
 * Takes over the cluster that an earlier run of this checkout kept. One that is ill, or not made as `settings` ask, is
 * removed, since the run that asks is about to create another.
 * @returns the cluster, now the run's own, or undefined when there is none to take
 * @throws ToolError when Docker does not answer
 */
export async function takeKept(settings: ClusterSettings, options: TakeOptions): Promise<Cluster | undefined> {
  const { run } = options;
  const kept = (await readRecords(run.stateDir)).filter(
    (record) => record.state === 'kept' && record.root === run.record.root,
  );
  let taken: Cluster | undefined;
  for (const record of kept) {
    const adopted = await adopt(record, run);
    for (const { name } of adopted) {
      if (taken === undefined && (taken = await healthy(name, settings, options)) !== undefined) continue;
      options.progress?.(`suppression du cluster gardé ${name}`);
      await removeContainers(run.exec, ({ cluster }) => cluster === name);
      await rm(join(run.dir, `${name}.kubeconfig`), { force: true });
      await run.update(({ clusters }) => ({ clusters: clusters.filter((each) => each.name !== name) }));
    }
  }
  return taken;
}

/** Owned by two records for a moment, rather than by none. */
async function adopt(kept: RunRecord, run: Run): Promise<RunRecord['clusters']> {
  const moved = kept.clusters.map((each) => ({ ...each, kubeconfig: join(run.dir, `${each.name}.kubeconfig`) }));
  await run.update(({ clusters, containers }) => ({
    clusters: [...clusters, ...moved],
    containers: [...containers, ...kept.containers],
  }));
  for (const [index, each] of kept.clusters.entries()) {
    // A kubeconfig that is gone makes the cluster ill.
    await copyFile(each.kubeconfig, moved[index]?.kubeconfig ?? '').catch(() => undefined);
  }
  await removeRecord(run.stateDir, kept.id);
  return moved;
}

async function healthy(
  name: string,
  settings: ClusterSettings,
  { run, signal }: TakeOptions,
): Promise<Cluster | undefined> {
  const owned = run.record.clusters.find((each) => each.name === name);
  if (owned === undefined || !sameSettings(owned.settings, settings)) return undefined;
  const nodes = nodeNames(name, settings.nodes);
  const cluster = { name, kubeconfig: owned.kubeconfig, settings, nodes };
  const running = (await listContainers(run.exec)).filter((each) => each.cluster === name && each.running);
  if (running.length !== nodes.length) return undefined;
  const [ready, version] = await Promise.all([
    everythingReady(cluster, run, signal),
    serverVersion(cluster, { exec: run.exec, signal }).catch(() => undefined),
  ]);
  return ready && version !== undefined ? { ...cluster, kubernetesVersion: version } : undefined;
}

function sameSettings(one: ClusterSettings, other: ClusterSettings): boolean {
  return one.image === other.image && one.nodes === other.nodes && one.kindVersion === other.kindVersion;
}

/** One question, answered at once: no Ready node and no available CoreDNS means that it is ill. */
async function everythingReady(
  cluster: Pick<Cluster, 'kubeconfig' | 'nodes'>,
  run: Run,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const conditions =
    '{range .items[*]}{.status.conditions[?(@.type=="Ready")].status}{.status.availableReplicas}{"\\n"}{end}';
  const args = ['get', ...cluster.nodes.map((name) => `node/${name}`), 'deployment/coredns', '--namespace=kube-system'];
  const result = await kubectl(run.exec, cluster, {
    args: [...args, '--request-timeout=5s', '--output', `jsonpath=${conditions}`],
    signal,
  });
  const answers = result.stdout.split('\n').filter(Boolean);
  return (
    result.ok && answers.length === cluster.nodes.length + 1 && answers.every((each) => /^(True|[1-9]\d*)$/.test(each))
  );
}
