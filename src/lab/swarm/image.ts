import { dockerfileOf, imageNameOf } from '../../course/machine-image.ts';
import type { Exec } from '../../machine/exec.ts';
import { explain } from '../../machine/explain.ts';

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
