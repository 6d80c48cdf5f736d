import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

/** A course made for one measure. */
export interface BenchProject {
  /** Absolute path of the folder that holds `content/`. */
  readonly root: string;
  remove(): Promise<void>;
}

const VERSIONS = { kind: '0.33.0', noeud: 'kindest/node:v1.37.0' };

/**
 * @param lessons bodies of lessons by folder name, as `01-essai`
 * @param cluster what they run on
 */
export async function makeProject(
  lessons: Readonly<Record<string, string>>,
  cluster: 'shared' | 'none',
): Promise<BenchProject> {
  const root = await mkdtemp(join(tmpdir(), 'orchestre-bench-'));
  const course = {
    titre: 'Mesure',
    sousTitre: 'Mesure',
    description: 'Mesure',
    lecons: Object.keys(lessons),
    versions: VERSIONS,
  };
  await mkdir(join(root, 'content'));
  await writeFile(join(root, 'content/cours.yaml'), stringify(course));
  await writeFile(join(root, 'content/images.yaml'), '[]\n');
  const meta = stringify({
    titre: 'Mesure',
    resume: 'Une leçon de mesure.',
    objectifs: ['Mesurer'],
    duree: 5,
    cluster,
  });
  for (const [folder, body] of Object.entries(lessons)) {
    await mkdir(join(root, 'content', folder));
    await writeFile(join(root, 'content', folder, 'lecon.mdx'), `---\n${meta}---\n\n## Mesure\n\n${body}\n`);
  }
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}

/** @returns the body of a lesson: one slide for each snippet */
export function lessonBody(snippets: readonly { code: string; output?: string }[]): string {
  return snippets
    .map(({ code, output }, index) => {
      const expected = output === undefined ? [] : ['```output', output, '```'];
      return [
        `### Diapositive ${index + 1}`,
        '',
        'Une phrase, pour dire ce que fait la commande.',
        '',
        '```bash',
        code,
        '```',
        '',
        ...expected,
      ].join('\n');
    })
    .join('\n\n---\n\n');
}
