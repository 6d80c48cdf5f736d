import type { Exec } from '../../machine/exec.ts';
import { execWith } from '../../machine/exec.ts';
import { explain } from '../../machine/explain.ts';
import { settled } from '../../machine/settled.ts';
import { pullImage } from '../pull.ts';
import { canonicalImage } from './image-name.ts';
import type { Run } from '../../ledger/ownership.ts';
import type { Cluster } from './types.ts';
import type { Progress } from '../../machine/progress.ts';

export interface PutImagesOptions {
  /** Its processes are then found by the reaper. */
  readonly run?: Run;
  readonly exec?: Exec;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

/** `ctr` rather than `crictl`: it is in every containerd, and sees the same images in the kubelet's namespace. */
const CTR = ['ctr', '--namespace', 'k8s.io', 'images'] as const;

/**
 * Has every node pull the images that it lacks, the nodes at once, so that no snippet waits for a registry.
 * @param images names as lessons write them
 * @returns the digest found for each, by the name that was given
 * @throws ToolError when one cannot be pulled: the environment's failure, not a lesson's
 */
export async function putImages(
  cluster: Pick<Cluster, 'name' | 'nodes'>,
  images: readonly string[],
  options: PutImagesOptions = {},
): Promise<Record<string, string>> {
  if (images.length === 0) return {};
  const exec = options.exec ?? options.run?.exec ?? execWith(process.env);
  const found = await settled(cluster.nodes.map((node) => putOnNode(node, images, { ...options, exec })));
  const digests = found[0] ?? new Map<string, string>();
  return Object.fromEntries(images.map((image) => [image, digests.get(canonicalImage(image)) ?? '']));
}

async function putOnNode(
  node: string,
  images: readonly string[],
  options: PutImagesOptions & { readonly exec: Exec },
): Promise<Map<string, string>> {
  const present = await imagesOn(node, options);
  const missing = images.filter((image) => !present.has(canonicalImage(image)));
  for (const [index, image] of missing.entries()) {
    options.progress?.(`image ${image} sur ${node} (${index + 1}/${missing.length})`);
    await pullImage(image, {
      command: [
        'docker',
        'exec',
        node,
        ...CTR,
        'pull',
        '--hosts-dir',
        '/etc/containerd/certs.d',
        canonicalImage(image),
      ],
      where: `le nœud ${node}`,
      exec: options.exec,
      signal: options.signal,
    });
  }
  return missing.length === 0 ? present : imagesOn(node, options);
}

/** @returns digests by canonical name */
async function imagesOn(
  node: string,
  { exec, signal }: { readonly exec: Exec; readonly signal?: AbortSignal },
): Promise<Map<string, string>> {
  const result = await exec('docker', ['exec', node, ...CTR, 'ls'], { signal });
  if (!result.ok) throw explain(`Les images du nœud ${node} n’ont pas pu être lues.`, result);
  const rows = result.stdout
    .split('\n')
    .slice(1)
    .map((line) => line.split(/\s+/));
  return new Map(rows.map(([name = '', , digest = '']) => [name, digest]));
}
