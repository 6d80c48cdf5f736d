import type { Run } from '../../ledger/ownership.ts';
import { explain } from '../../machine/explain.ts';
import type { Progress } from '../../machine/progress.ts';
import { settled } from '../../machine/settled.ts';
import { pullImage } from '../pull.ts';
import type { SwarmMachine } from './machines.ts';

/**
 * Has every machine pull the lesson's images, all at once (an engine takes three layers at a time), so that no snippet
 * waits for a registry.
 * @returns the digest found for each image, by its name and tag
 * @throws ToolError when one cannot be pulled
 */
export async function pullImages(
  machines: readonly SwarmMachine[],
  images: readonly string[],
  { run, progress }: { readonly run: Run; readonly progress: Progress },
): Promise<Record<string, string>> {
  let there = 0;
  const wanted = machines.flatMap((machine) => images.map((image) => ({ ...machine, image })));
  const pulls = wanted.map(async ({ name, container, image }) => {
    await pullImage(image, {
      command: ['docker', 'exec', container, 'docker', 'pull', '--quiet', image],
      where: `la machine ${name}`,
      exec: run.exec,
    });
    progress(`image ${image} sur ${name} (${++there}/${wanted.length})`);
  });
  await settled(pulls);
  const [first] = machines;
  if (first === undefined || images.length === 0) return {};
  const format = '{{join .RepoDigests " "}}';
  const args = ['exec', first.container, 'docker', 'image', 'inspect', '--format', format, ...images];
  const result = await run.exec('docker', args);
  if (!result.ok) throw explain(`Les images de ${first.name} n’ont pas pu être lues.`, result);
  const lines = result.stdout.split('\n');
  return Object.fromEntries(
    images.map((image, index) => [image, /sha256:[0-9a-f]{64}/.exec(lines[index] ?? '')?.[0] ?? '']),
  );
}
