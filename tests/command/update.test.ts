import { readFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { transcriptSchema } from '../../src/proof/schema.ts';
import type { Transcript } from '../../src/proof/types.ts';
import { FakeTools } from '../fixtures/fake-tools.ts';
import { fence } from '../fixtures/lesson-source.ts';
import type { Project } from '../fixtures/project.ts';
import { exists, test } from './test.ts';

const transcriptOf = async (project: Project): Promise<Transcript> =>
  transcriptSchema.parse(JSON.parse(await readFile(project.transcript, 'utf8')));
const lessonOf = (project: Project): Promise<string> => readFile(project.lesson, 'utf8');

const DEPLOYMENT = ['apiVersion: apps/v1', 'kind: Deployment', 'metadata: { name: web }'];
const SPEC = [
  'spec:',
  '  selector: { matchLabels: { app: web } }',
  '  template:',
  '    metadata: { labels: { app: web } }',
  '    spec: { containers: [{ name: web, image: "traefik/whoami:v1.11.0" }] }',
];

describe.concurrent('--update rewrites what no longer holds', () => {
  test('and only that', async ({ project }) => {
    await project.edit('echo a', 'echo b');
    const before = await lessonOf(project);
    expect((await project.verify(['--update'])).exitCode).toBe(0);
    expect(await lessonOf(project)).toBe(before.replace('```output\na', '```output\nb'));
    expect((await project.verify()).stdout).toContain('rien n’a changé');
  });

  test('of a regex: its text, escaped', async ({ project }) => {
    await project.write([fence('bash expect=regex', 'echo "a(b"'), fence('output', 'rien')].join('\n\n'));
    expect((await project.verify(['--update'])).exitCode).toBe(0);
    expect(await lessonOf(project)).toContain('```output\na\\(b\n```');
  });

  test('what a background printed, once it is stopped', async ({ project }) => {
    const body = [
      fence('bash background id=fond ready="prêt"', 'echo prêt; echo neuf; sleep 60'),
      fence('output', 'prêt', 'ancien'),
      fence('bash stop=fond', 'echo ici'),
      fence('output', 'ici'),
    ];
    await project.write(body.join('\n\n'));
    expect((await project.verify(['--update'])).exitCode).toBe(0);
    expect(await lessonOf(project)).toContain('```output\nprêt\nneuf\n```');
    expect((await transcriptOf(project)).records.map(({ output }) => output.trim())).toEqual(['prêt\nneuf', 'ici']);
  });

  test('what a repeated command printed at its last attempt', async ({ project }) => {
    await project.write([fence('bash retry=1s', 'cat /dev/null; echo b'), fence('output', 'a')].join('\n\n'));
    expect((await project.verify(['--update'])).exitCode).toBe(0);
    expect(await lessonOf(project)).toContain('```output\nb\n```');
    expect((await transcriptOf(project)).records[0]?.attempts).toBeGreaterThan(1);
  });

  test('what an exercise’s solution and the check behind it printed', async ({ project }) => {
    const body = [
      '<Exercice titre="Essai">\n',
      fence('bash check', 'cat fait'),
      fence('output', 'ancien'),
      '\n<Solution>\n',
      fence('bash', 'echo neuf | tee fait'),
      fence('output', 'ancien'),
      '\n</Solution>\n</Exercice>',
    ];
    await project.write(body.join('\n'));
    expect(await project.verify(['--update'])).toMatchObject({ exitCode: 0 });
    expect((await lessonOf(project)).match(/```output\nneuf\n```/g)).toHaveLength(2);
    expect((await project.verify()).stdout).toContain('rien n’a changé');
  });
});

describe.concurrent('--update runs the whole lesson all the same', () => {
  test('the waits of a snippet whose output changed, whose outputs are in the proof', async ({ project }) => {
    const tools = await FakeTools.make(`${project.root}/outils`);
    const scale = fence('bash wait="deployment/web"', 'kubectl scale deployment web --replicas=2');
    await project.write([scale, fence('output', 'ancien')].join('\n\n'), 'shared');
    expect(await project.verify(['--update'], tools.env)).toMatchObject({ exitCode: 0 });
    expect(await tools.calls('kubectl rollout status deployment/web')).toHaveLength(1);
    expect((await transcriptOf(project)).records[0]?.waits).toMatchObject([
      { output: expect.stringContaining('successfully rolled out') },
    ]);
    expect(await lessonOf(project)).toContain('deployment.apps/web scaled');
    expect((await project.verify([], tools.env)).stdout).toContain('rien n’a changé');
  });

  test('an apply, once, and the wait behind it', async ({ project }) => {
    const tools = await FakeTools.make(`${project.root}/outils`);
    const apply = fence('yaml file=web.yaml apply wait="deployment/web"', ...DEPLOYMENT, ...SPEC);
    await project.write([apply, fence('output', 'deployment.apps/web configured')].join('\n\n'), 'shared');
    expect(await project.verify(['--update'], tools.env)).toMatchObject({ exitCode: 0 });
    expect(await tools.calls('kubectl apply -f')).toEqual(['kubectl apply -f web.yaml']);
    expect((await transcriptOf(project)).records[0]?.waits).toHaveLength(1);
    expect(await lessonOf(project)).toContain('deployment.apps/web created');
  });
});

describe.concurrent('--update never makes right', () => {
  test('a command that fails', async ({ project }) => {
    await project.edit('echo a', 'false');
    const before = await lessonOf(project);
    expect((await project.verify(['--update'])).exitCode).toBe(1);
    expect(await lessonOf(project)).toBe(before);
  });

  test('a wait that fails behind an output that changed', async ({ project }) => {
    const tools = await FakeTools.make(`${project.root}/outils`);
    const scale = fence('bash wait="deployment/absent"', 'kubectl scale deployment absent --replicas=2');
    await project.write([scale, fence('output', 'ancien')].join('\n\n'), 'shared');
    const before = await lessonOf(project);
    const { exitCode, stdout } = await project.verify(['--update'], tools.env);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining('rollout status deployment/absent')]);
    expect(await lessonOf(project)).toBe(before);
    expect(await exists(project.transcript)).toBe(false);
  });

  test('a check that passes before its solution', async ({ project }) => {
    const exercise = [
      '<Exercice titre="Essai">\n',
      fence('bash check', 'echo b'),
      fence('output', 'a'),
      '\n<Solution>\n',
    ];
    await project.write([...exercise, fence('bash', ':'), '\n</Solution>\n</Exercice>'].join('\n'));
    const before = await lessonOf(project);
    expect((await project.verify(['--update'])).stdout).toContain('elle ne vérifie rien');
    expect(await lessonOf(project)).toBe(before);
  });

  test('a lesson that its author edits meanwhile: his text stays', async ({ project }) => {
    await project.write(
      [fence('bash', `echo neuf; echo 'Une phrase.' >>${project.lesson}`), fence('output', 'ancien')].join('\n\n'),
    );
    const { exitCode, stdout } = await project.verify(['--update']);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining('a été modifiée pendant qu’elle s’exécutait')]);
    expect(await lessonOf(project)).toMatch(/```output\nancien\n```\n+Une phrase\.\n$/);
    expect(await exists(project.transcript)).toBe(false);
  });
});
