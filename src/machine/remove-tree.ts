import { chmod, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ToolError } from './tool-error.ts';

/** Somebody who is just being stopped may write one more file. */
const PATIENT = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 } as const;

/**
 * Removes a folder with all that is in it, folders that lost their write permission too; nothing where it is not there.
 * @throws ToolError when something in it belongs to somebody else, as what a container wrote into a bind mount
 */
export async function removeTree(path: string): Promise<void> {
  try {
    await rm(path, PATIENT);
  } catch {
    await makeWritable(path);
    await rm(path, PATIENT).catch((cause: unknown) => {
      throw new ToolError(`Le dossier ${path} n’a pas pu être supprimé.`, {
        why: `un fichier y appartient à un autre compte, ou sert encore (${cause instanceof Error ? cause.message : String(cause)})`,
        fix: `Supprimez-le : « sudo rm -rf ${path} ». Le reste du travail n’en dépend pas.`,
        cause,
      });
    });
  }
}

/** What rogpeppe/go-internal's testscript does before it removes its work directory. */
async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o700).catch(() => undefined);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) if (entry.isDirectory()) await makeWritable(join(folder, entry.name));
}
