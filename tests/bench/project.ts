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

const VERSIONS = { kind: '0.33.0', kubectl: '1.37.0', noeud: 'kindest/node:v1.37.0' };

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
  await writeFile(join(root, 'content/images.yaml'), stringify([{ image: 'nginx:1.30', role: 'mesure' }]));
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

export interface BenchSnippet {
  /** `bash` by default. */
  readonly info?: string;
  readonly code: string;
  readonly output?: string;
}

/** @returns the body of a lesson: one slide for each snippet */
export function lessonBody(snippets: readonly BenchSnippet[]): string {
  return snippets
    .map(({ info = 'bash', code, output }, index) => {
      const expected = output === undefined ? [] : ['```output', output, '```'];
      return [
        `### Diapositive ${index + 1}`,
        '',
        'Une phrase, pour dire ce que fait la commande.',
        '',
        `\`\`\`${info}`,
        code,
        '```',
        '',
        ...expected,
      ].join('\n');
    })
    .join('\n\n---\n\n');
}

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.30
          ports:
            - containerPort: 80`;

/** @returns snippets as lessons have them: one manifest for four commands with a table under them */
export function typicalSnippets(count: number, mark: string): BenchSnippet[] {
  return Array.from({ length: count }, (_, index): BenchSnippet => {
    const name = `${mark}-${index}`;
    if (index % 5 === 0) return { info: `yaml file=${name}.yaml`, code: DEPLOYMENT.replaceAll('web', name) };
    const row = `${name}-6d8f7c9b4d-2xk9p   1/1     Running   0          12s`;
    const output = ['NAME                   READY   STATUS    RESTARTS   AGE', row, row, row].join('\n');
    return { code: `kubectl get pods -l app=${name} | sort`, output };
  });
}

/** @returns bodies of lessons by folder, with so many typical snippets in all */
export function lessonsOf(count: number, perLesson: number): Record<string, string> {
  const folders = Array.from(
    { length: count / perLesson },
    (_, index) => `${String(index % 100).padStart(2, '0')}-mesure-${index}`,
  );
  return Object.fromEntries(folders.map((folder) => [folder, lessonBody(typicalSnippets(perLesson, folder.slice(3)))]));
}
