import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { suppliesOf } from '../course/supplies.ts';
import type { CourseDownload } from '../course/types.ts';
import type { Lesson } from '../lesson/types.ts';
import { explain } from '../machine/explain.ts';
import { ToolError } from '../machine/tool-error.ts';
import type { LabContext } from './context.ts';
import type { Lab, LabProvider } from './types.ts';

/** Where files are kept by their sha256, for later runs and for comparing with what replaced them. */
const FOLDER = 'telechargements';

/** Labs whose lessons find at their addresses the very files that the course was written with. */
export class CheckedDownloads implements LabProvider {
  readonly #context: LabContext;
  readonly #labs: LabProvider;
  /** What was compared in this run. */
  readonly #compared: Set<string>;

  /** @param compared shared by the labs of one run: a file is fetched once */
  constructor(context: LabContext, labs: LabProvider, compared: Set<string>) {
    this.#context = context;
    this.#labs = labs;
    this.#compared = compared;
  }

  async enter(lesson: Lesson): Promise<Lab> {
    for (const download of suppliesOf(lesson, this.#context.course).downloads ?? []) {
      if (this.#compared.has(download.adresse)) continue;
      this.#context.progress(`téléchargement : ${download.adresse}`);
      await compareDownload(download, this.#context);
      this.#compared.add(download.adresse);
    }
    return this.#labs.enter(lesson);
  }

  announce(lesson: Lesson): void {
    this.#labs.announce(lesson);
  }
}

/**
 * Fetches a file as a snippet will and keeps it by its hash, outside the clone. It is fetched in every run: a copy of our
 * own would not tell that the address now holds something else.
 * @throws ToolError when it cannot be had, or is not the file that the course names
 */
export async function compareDownload(
  { adresse, sha256 }: Pick<CourseDownload, 'adresse' | 'sha256'>,
  { run }: Pick<LabContext, 'run'>,
): Promise<void> {
  const folder = join(run.stateDir, FOLDER);
  await mkdir(folder, { recursive: true });
  const fetched = join(folder, `${run.id}.partiel`);
  try {
    const result = await run.exec('curl', ['-fsSL', '--retry', '3', '--max-time', '300', '-o', fetched, adresse]);
    if (!result.ok)
      throw explain(
        `${adresse} n’a pas pu être téléchargé.`,
        result,
        'Vérifiez l’accès à internet, puis l’adresse dans content/telechargements.yaml.',
      );
    const found = createHash('sha256')
      .update(await readFile(fetched))
      .digest('hex');
    await rename(fetched, join(folder, found));
    if (found === sha256) return;
    throw new ToolError(`Le fichier ${adresse} n’est plus celui du cours.`, {
      why: `sha256 attendu : ${sha256} ; trouvé : ${found}.`,
      fix: `Lisez ce qui a changé (les deux versions, si elles ont été téléchargées ici, sont dans ${folder}), corrigez version et sha256 dans content/telechargements.yaml, et prouvez à nouveau.`,
    });
  } finally {
    await rm(fetched, { force: true });
  }
}
