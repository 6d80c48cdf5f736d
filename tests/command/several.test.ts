import { describe, expect } from 'vitest';
import { fence } from '../fixtures/lesson-source.ts';
import { exists, test } from './test.ts';

describe.concurrent('lessons of one run do not pay for each other', () => {
  test('one that cannot be read: the other is proven, the run ends with 1', async ({ project }) => {
    await project.add('02-suite', '<Notes>');
    const { exitCode, stdout } = await project.verify();
    expect(stdout).toMatch(/content\/02-suite\/lecon\.mdx:\d+:\d+ {2}mdx-illisible/);
    expect(stdout).toContain('✓ 01-essai  3 extraits prouvés');
    expect(exitCode).toBe(1);
    expect(await exists(project.transcript)).toBe(true);
  });

  test('one that nobody asked for: it is told, and costs nothing', async ({ project }) => {
    await project.add('02-suite', fence('bash', 'echo "'));
    const { exitCode, stderr } = await project.verify(['essai']);
    expect(stderr).toContain('Des erreurs attendent aussi dans content/02-suite/lecon.mdx');
    expect(exitCode).toBe(0);
  });

  test('one that does not hold: the next is run in a shell of its own', async ({ project }) => {
    await project.write([fence('bash', 'x=reste; cd /tmp'), fence('bash', 'false')].join('\n'));
    await project.add(
      '02-suite',
      [fence('bash', 'echo "[$x]"; pwd'), fence('output', '[]', '~/orchestre/suite')].join('\n'),
    );
    const { exitCode, stdout } = await project.verify();
    expect(stdout).toContain('✗ 01-essai');
    expect(stdout).toContain('✓ 02-suite  1 extrait prouvé');
    expect(exitCode).toBe(1);
    expect(await exists(project.transcript)).toBe(false);
    expect(await exists(`${project.root}/content/02-suite/preuve/transcript.json`)).toBe(true);
  });
});

test('a snippet that its author skips is not run, and is counted so', async ({ project }) => {
  const skipped = fence('bash skip="demande un compte" review=2999-01-01', `touch ${project.root}/témoin`);
  await project.write([fence('bash', ':'), skipped].join('\n'));
  const { exitCode, stdout } = await project.verify();
  expect(stdout).toContain('✓ 01-essai  1 extrait prouvé, 1 non exécuté');
  expect(stdout).toMatch(/1 extrait prouvé · 0 échec · 1 non exécuté$/);
  expect(exitCode).toBe(0);
  expect(await exists(`${project.root}/témoin`)).toBe(false);
});
