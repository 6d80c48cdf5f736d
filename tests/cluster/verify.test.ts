import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanAtRest } from '../../src/ledger/clean.ts';
import { readRecords } from '../../src/ledger/ledger.ts';
import { processesOf, processesWithin } from '../../src/machine/processes.ts';
import { BridgeClient } from '../command/bridge-client.ts';
import { fence } from '../fixtures/lesson-source.ts';
import { addressOf, Project } from '../fixtures/project.ts';
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

  test('the cluster that a verification kept serves the presentation, which gives it back', async () => {
    const clusters = async () =>
      (await readRecords(`${project.state}/orchestre`)).map(({ state, clusters: [one] }) => [state, one?.name]);
    const [[, name] = []] = await clusters();
    expect(await clusters()).toEqual([['kept', expect.stringMatching(/^orchestre-/)]]);
    await pretendToBuild(project.root);
    const bridge = project.present(['essai', '--port=0']);
    const address = await addressOf(bridge);
    const deck = await (await fetch(address)).text();
    const hash = /data-preuve="([0-9a-f]{64})"/.exec(deck)?.[1] ?? '';
    const client = await BridgeClient.open(Number(address.port), address.hash.replace('#jeton=', ''));
    const { steps } = await client.ask({ type: 'enter', lesson: 'essai', hash }, 'entered');
    await client.next('state', ({ state }) => state === 'ready');
    expect(await clusters()).toEqual([['running', name]]);
    for (const snippet of steps) {
      const from = client.messages.length;
      const { verdict, message } = await client.ask({ type: 'run', snippet }, 'ended');
      expect([snippet, verdict, message]).toEqual([snippet, 'same', undefined]);
      await client.next('state', ({ state }) => state === 'ready', from);
    }
    client.socket.close();
    bridge.kill('SIGINT');
    const { exitCode, all } = await bridge;
    expect(exitCode).toBe(0);
    expect(all).toContain(`cluster gardé : ${name}`);
    expect(await clusters()).toEqual([['kept', name]]);
    const verification = await project.verify(['--all', '--keep']);
    expect([verification.exitCode, await clusters()]).toEqual([0, [['kept', name]]]);
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

  test('while a lesson runs the next one’s cluster is begun, and goes with the run', async () => {
    await project.write(
      fence('bash', "until docker ps --format '{{.Names}}' | grep -q suite-control-plane; do sleep 0.2; done"),
    );
    await project.add(
      '02-suite',
      [fence('bash', 'kubectl get nodes --no-headers | wc -l'), fence('output', '1')].join('\n'),
      'fresh',
    );
    const { exitCode, stdout } = await project.verify();
    expect(stdout).toContain('✓ 02-suite  1 extrait prouvé');
    expect(exitCode).toBe(0);
    expect(await project.runs()).toEqual([]);
    expect((await execa('docker', ['ps', '--all', '--format', '{{.Names}}'])).stdout).not.toContain(
      'suite-control-plane',
    );
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

/** What `npm run present` takes for a site that is built: its start page, and a deck that is served with the bridge's scripts. */
async function pretendToBuild(root: string): Promise<void> {
  const deck = join(root, 'dist/essai/diapos');
  await mkdir(deck, { recursive: true });
  await writeFile(join(deck, 'index.html'), '<html><head></head></html>');
  await writeFile(join(root, 'dist/index.html'), '<link rel="icon" href="/favicon.svg">');
}
