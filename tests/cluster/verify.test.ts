import { access, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanAtRest } from '../../src/ledger/clean.ts';
import { processesOf, processesWithin } from '../../src/machine/processes.ts';
import { fence } from '../fixtures/lesson-source.ts';
import { Project } from '../fixtures/project.ts';
import { requireCluster } from '../require.ts';
import { containersOf, until } from './machine.ts';

const suite = await requireCluster();

const DEPLOYMENT = [
  fence(
    'yaml file=web.yaml apply wait="deployment/web"',
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata: { name: web }',
    'spec:',
    '  replicas: 3',
    '  selector: { matchLabels: { app: web } }',
    '  template:',
    '    metadata: { labels: { app: web } }',
    '    spec: { containers: [{ name: web, image: "traefik/whoami:v1.11.0" }] }',
  ),
  fence('output', 'deployment.apps/web created'),
  fence('bash', 'kubectl get pods'),
  fence(
    'output',
    'NAME                   READY   STATUS    RESTARTS   AGE',
    ...['2xk9p', 'k7x2q', 'zt4bn'].map((suffix) => `web-6d8f7c9b4d-${suffix}   1/1     Running   0          12s`),
  ),
  fence(
    'yaml exit=1',
    'apiVersion: v1',
    'kind: Pod',
    'metadata: { name: Majuscule }',
    'spec: { containers: [{ name: a, image: "traefik/whoami:v1.11.0" }] }',
  ),
  fence('output', 'The Pod "Majuscule" is invalid: metadata.name: …'),
].join('\n\n');

suite('a whole verification on a real cluster', () => {
  let project: Project;

  beforeAll(async () => {
    project = await Project.make(DEPLOYMENT, 'shared');
  });
  afterAll(async () => {
    await cleanAtRest({ stateDir: `${project.state}/orchestre` });
    await project.remove();
  });

  test('proves a lesson, twice, and leaves its transcript byte for byte', async () => {
    expect(await project.verify(['--keep'])).toMatchObject({ exitCode: 0 });
    const transcript = await readFile(project.transcript, 'utf8');
    expect(transcript).not.toMatch(/orchestre-[a-z0-9]{6}/);
    expect(await project.verify(['--all', '--keep'])).toMatchObject({ exitCode: 0 });
    expect(await readFile(project.transcript, 'utf8')).toBe(transcript);
  });

  test('one replica less is seen in the output that no longer holds, row by row', async () => {
    await project.edit('replicas: 3', 'replicas: 2');
    const { exitCode, stdout } = await project.verify(['--keep']);
    await project.edit('replicas: 2', 'replicas: 3');
    expect(stdout).toMatch(/lecon\.mdx:\d+:1 {2}« web-6d8f7c9b4d-/);
    expect(stdout).toContain('ligne absente de la sortie');
    expect(exitCode).toBe(1);
  });

  test('what a lesson leaves outside its namespace is said', async () => {
    await project.write(
      [fence('bash', 'kubectl create namespace ailleurs'), fence('output', 'namespace/ailleurs created')].join('\n\n'),
      'shared',
    );
    const { exitCode, stdout } = await project.verify(['--keep']);
    expect(stdout).toContain('laisse hors de son namespace : Namespace/ailleurs');
    expect(exitCode).toBe(1);
  });

  test('Ctrl-C in the middle of a snippet takes cluster, processes and record with it', async () => {
    await project.write(fence('bash', `touch ${project.root}/commencé; kubectl get pods --watch >/dev/null`), 'shared');
    const running = project.verify();
    await until(() => exists(`${project.root}/commencé`));
    const [run = 'none'] = await project.runs();
    // What is looked for afterwards can be seen at all.
    expect(await containersOf(run)).not.toEqual([]);
    expect(await processesOf(run)).not.toEqual([]);
    running.kill('SIGINT');
    expect((await running).exitCode).toBe(130);
    expect(await project.runs()).toEqual([]);
    expect(await processesOf(run)).toEqual([]);
    expect(await processesWithin(project.root)).toEqual([]);
    expect(await containersOf(run)).toEqual([]);
  });
});

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
