import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { removeContainers } from '../../machine/containers.ts';
import { explain } from '../../machine/explain.ts';
import { ToolError } from '../../machine/tool-error.ts';
import { kindConfig } from './kind-config.ts';
import { clusterName, nodeNames } from './names.ts';
import { waitUntilReady } from './ready.ts';
import type { Run } from '../../ledger/ownership.ts';
import type { Cluster, ClusterSettings } from './types.ts';
import type { Progress } from '../../machine/progress.ts';

export interface CreateOptions {
  readonly run: Run;
  /** Tells the run's clusters apart, as a lesson's slug. */
  readonly suffix?: string;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

/**
 * Creates a cluster of the run, at the second try where the first fails, and waits until it is truly ready.
 * @throws ToolError when it cannot, the signal's reason when aborted; either way nothing of it stays,
 * and what Docker does not remove is still the run's
 */
export async function createCluster(settings: ClusterSettings, options: CreateOptions): Promise<Cluster> {
  const { run, progress } = options;
  const name = clusterName(run.id, options.suffix);
  const kubeconfig = join(run.dir, `${name}.kubeconfig`);
  // The one before could not be removed when it was given up: Docker did not answer.
  if (run.record.clusters.some((each) => each.name === name)) await removeCluster(name, run);
  await run.update(({ clusters }) => ({ clusters: [...clusters, { name, kubeconfig, settings }] }));
  try {
    await kindCreateTwice({ name, kubeconfig, settings }, options);
    const cluster = { name, kubeconfig, settings, nodes: nodeNames(name, settings.nodes) };
    const kubernetesVersion = await waitUntilReady(cluster, { ...options, exec: run.exec });
    return { ...cluster, kubernetesVersion };
  } catch (error) {
    progress?.(`suppression de ${name}`);
    // The error says why; what cannot be removed now is the reaper's.
    await removeCluster(name, run, options.signal?.aborted ? SETTLE : 0).catch(() => undefined);
    throw error;
  }
}

interface Wanted {
  readonly name: string;
  readonly kubeconfig: string;
  readonly settings: ClusterSettings;
}

/** A machine under load lets a node's start time out: where kind names no cause that stays, it is asked once more. */
async function kindCreateTwice(wanted: Wanted, options: CreateOptions): Promise<void> {
  const { run, progress, signal } = options;
  try {
    await kindCreate(wanted, options);
  } catch (error) {
    if (!(error instanceof ToolError) || error.why !== undefined || signal?.aborted) throw error;
    // Whoever ends the run has killed kind.
    if (await run.isEnding()) throw error;
    progress?.(`suppression de ${wanted.name}, avant un second essai`);
    await removeContainers(run.exec, ({ cluster }) => cluster === wanted.name).catch(() => {
      throw error;
    });
    await kindCreate(wanted, options);
  }
}

async function kindCreate(wanted: Wanted, { run, progress, signal }: CreateOptions): Promise<void> {
  const { name, kubeconfig, settings } = wanted;
  progress?.(`création de ${name}`);
  const result = await run.exec(
    'kind',
    ['create', 'cluster', '--name', name, '--image', settings.image, '--kubeconfig', kubeconfig, '--config', '-'],
    { input: kindConfig(settings), signal, ...(progress && { onLine: (line) => tellStep(line, progress) }) },
  );
  if (!result.ok) throw explain(`Le cluster ${name} (${settings.image}) n’a pas pu être créé.`, result);
}

/** kind's own words for the steps that take time, in French. */
const STEPS: Readonly<Record<string, string>> = {
  'Ensuring node image': 'cluster : image du nœud',
  'Preparing nodes': 'cluster : conteneurs des nœuds',
  'Starting control-plane': 'cluster : plan de contrôle',
  'Joining worker nodes': 'cluster : arrivée des nœuds de travail',
};

function tellStep(line: string, progress: Progress): void {
  const step = Object.keys(STEPS).find((words) => line.includes(words) && !line.includes('✓'));
  if (step !== undefined) progress(STEPS[step] ?? step);
}

/**
 * Removes a cluster of the run, whether it is whole, half made or already gone.
 * @throws ToolError when Docker refuses
 */
export async function deleteCluster(cluster: Cluster | string, { run }: { readonly run: Run }): Promise<void> {
  await removeCluster(typeof cluster === 'string' ? cluster : cluster.name, run);
}

/** Milliseconds within which the engine carries out what a killed `docker run` asked of it. */
const SETTLE = 1_000;

async function removeCluster(name: string, run: Run, settle = 0): Promise<void> {
  await removeContainers(run.exec, (container) => container.cluster === name, { settle });
  await rm(join(run.dir, `${name}.kubeconfig`), { force: true });
  await run.update(({ clusters }) => ({ clusters: clusters.filter((each) => each.name !== name) }));
}
