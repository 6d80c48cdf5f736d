import type { Exec } from '../../machine/exec.ts';
import { explain } from '../../machine/explain.ts';

/**
 * What a machine is made of: Docker's own engine in a container, with the bash and curl that its Alpine lacks. Given to
 * readers too.
 * @param base as `docker:26-dind`
 */
export function dockerfileOf(base: string): string {
  return `FROM ${base}\nRUN command -v bash && command -v curl || apk add --no-cache bash curl\n`;
}

/** @returns the name of the image that is built of it, as `orchestre-vagrantbox:26-dind` */
export function imageNameOf(base: string): string {
  return `orchestre-vagrantbox:${base.split(':').at(-1) ?? 'latest'}`;
}

/**
 * Builds the machines' image; at once where Docker has built it before.
 * @returns its name
 * @throws ToolError when it cannot be built
 */
export async function buildImage(base: string, exec: Exec): Promise<string> {
  const name = imageNameOf(base);
  const result = await exec('docker', ['build', '--tag', name, '-'], { input: dockerfileOf(base) });
  if (result.ok) return name;
  throw explain(
    `L’image des machines n’a pas pu être construite sur ${base}.`,
    result,
    `Vérifiez que « docker pull ${base} » répond (versions.machine dans content/cours.yaml), puis relancez.`,
  );
}
