import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect } from 'vitest';
import { processesWithin } from '../../src/machine/processes.ts';
import { fence } from '../fixtures/lesson-source.ts';
import { png } from '../fixtures/png.ts';
import { exists, test, until } from './test.ts';

// Whole verifications of lessons that need no cluster: a process, a real bash, files on disk.

describe.concurrent('a lesson that holds', () => {
  test('is recorded, then answered from its proof, and left byte for byte when run again', async ({ project }) => {
    expect(await project.verify()).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('3 extraits prouvés'),
    });
    const recorded = await readFile(project.transcript, 'utf8');
    expect((await project.verify()).stdout).toContain('rien n’a changé');
    expect((await project.verify(['--all'])).exitCode).toBe(0);
    expect(await readFile(project.transcript, 'utf8')).toBe(recorded);
  });

  test('keeps the picture that a snippet made, and is left byte for byte until its pixels change', async ({
    project,
  }) => {
    const draw = (picture: Buffer) => writeFile(`${project.root}/carte`, picture.toString('base64'));
    const proof = () => readdir(dirname(project.transcript));
    await project.write(
      fence('bash artefact=carte.png alt="Une carte."', `base64 -d <"${project.root}/carte" >carte.png`),
    );
    await draw(png());
    expect((await project.verify()).exitCode).toBe(0);
    const recorded = await readFile(project.transcript, 'utf8');
    expect(JSON.parse(recorded)).toMatchObject({ records: [{ artefacts: [{ name: 'carte.png' }] }] });
    const files = await proof();
    expect(files).toEqual([expect.stringMatching(/^carte\.[0-9a-f]{12}\.png$/), 'transcript.json']);
    await draw(png({ level: 0, comment: 'une autre date' }));
    expect((await project.verify(['--all'])).exitCode).toBe(0);
    expect([await proof(), await readFile(project.transcript, 'utf8')]).toEqual([files, recorded]);
    await draw(png({ grey: 3 }));
    expect((await project.verify(['--all'])).exitCode).toBe(0);
    expect(await proof()).not.toEqual(files);
    expect(await proof()).toHaveLength(2);
    await rm(join(dirname(project.transcript), (await proof())[0] ?? ''));
    expect((await project.verify()).stdout).toContain('1 extrait prouvé');
  });

  test('is recorded elsewhere when asked, as CI does', async ({ project }) => {
    await project.verify(['--all', `--proofs=${project.root}/ailleurs`]);
    expect(JSON.parse(await readFile(`${project.root}/ailleurs/01-essai/transcript.json`, 'utf8'))).toMatchObject({
      lesson: 'essai',
    });
    expect(await exists(project.transcript)).toBe(false);
  });
});

describe.concurrent('a lesson that does not hold ends with 1, names its line, and records nothing', () => {
  test.for<readonly [name: string, body: string[], place: string, message: string]>([
    [
      'an output that changed',
      [fence('bash', 'echo b'), fence('output', 'a')],
      'lecon.mdx:13:',
      'la sortie n’est pas celle qui est attendue',
    ],
    [
      'a command that fails',
      [fence('bash', 'x=1', 'false', 'echo non')],
      'lecon.mdx:11:',
      'code de sortie 1, 0 attendu',
    ],
    ['a command that prints what nobody expects', [fence('bash', 'echo a')], 'lecon.mdx:9:', 'aucun bloc « output »'],
    [
      'a snippet that never ends',
      [fence('bash timeout=1s', 'tail -f /dev/null')],
      'lecon.mdx:10:',
      '« tail -f /dev/null » n’est pas terminé 1 s après',
    ],
    [
      'a snippet that ends its shell',
      [fence('bash', 'exit 0')],
      'lecon.mdx:10:',
      'a mis fin à son propre shell (code 0) : « exit »',
    ],
    ['a snippet that kills its shell', [fence('bash', 'kill -9 $$')], 'lecon.mdx:10:', 'tué par SIGKILL'],
    ['a job left behind', [fence('bash', 'sleep 60 &')], 'lecon.mdx:10:', 'laisse un processus derrière lui'],
    [
      'a daemon that outlives the lesson',
      [fence('bash', 'setsid -f tail -f /dev/null >/dev/null')],
      'lecon.mdx:9:',
      'un processus a survécu à la leçon',
    ],
    [
      'a process that forks out of its shell',
      [fence('bash', '(sleep 63 >/dev/null &)'), fence('bash', ':')],
      'lecon.mdx:9:',
      'un processus a survécu à la leçon : sleep 63',
    ],
    [
      'a failing command under set -e',
      [fence('bash', 'set -e', 'false')],
      'lecon.mdx:11:',
      'code de sortie 1, 0 attendu',
    ],
    [
      'a background that failed before it was stopped',
      [fence('bash background id=fond', 'exit 7'), fence('bash stop=fond', 'sleep 0.3')],
      'lecon.mdx:9:',
      'code de sortie 7, 0 attendu',
    ],
    [
      'a background that ends too soon',
      [fence('bash background ready="jamais"', 'echo non')],
      'lecon.mdx:9:',
      's’est terminée (code de sortie 0) avant d’afficher « jamais »',
    ],
    [
      'an exercise whose check proves nothing',
      [
        '<Exercice titre="Essai">\n',
        fence('bash check', ':'),
        '\n<Solution>\n',
        fence('bash', ':'),
        '\n</Solution>\n</Exercice>',
      ],
      'lecon.mdx:11:',
      'elle ne vérifie rien',
    ],
  ])('%s', async ([, body, place, message], { project }) => {
    await project.write(body.join('\n'));
    const { exitCode, stdout } = await project.verify();
    expect(stdout).toContain(message);
    expect(stdout).toContain(place);
    expect(exitCode).toBe(1);
    expect(await exists(project.transcript)).toBe(false);
  });

  test('what comes behind a failure is not run, and says so', async ({ project }) => {
    await project.write([fence('bash', 'false'), fence('bash', `touch ${project.root}/témoin`)].join('\n'));
    expect((await project.verify()).stdout).toContain('1 non exécuté');
    expect(await exists(`${project.root}/témoin`)).toBe(false);
  });
});

describe.concurrent('in the background', () => {
  test('a snippet that prints a lot is kept in its head and tail', async ({ project }) => {
    const flood = 'echo prêt; head -c 50000000 /dev/zero | tr "\\0" x; echo; sleep 64';
    const body = [
      fence('bash background id=fond ready="prêt"', flood),
      fence('output', 'prêt', '…'),
      fence('bash stop=fond', 'sleep 1'),
    ];
    await project.write(body.join('\n\n'));
    expect((await project.verify()).exitCode).toBe(0);
    expect((await readFile(project.transcript, 'utf8')).length).toBeLessThan(500_000);
  });

  test('a snippet runs until another stops it, and its output is compared then', async ({ project }) => {
    const body = [
      fence('bash background id=fond ready="prêt"', 'echo prêt; sleep 60'),
      fence('output', 'prêt'),
      fence('bash stop=fond', 'echo ici'),
      fence('output', 'ici'),
    ];
    await project.write(body.join('\n\n'));
    expect((await project.verify()).exitCode).toBe(0);
  });
});

test('a lesson that failed is not blamed for the background that it had no chance to stop', async ({ project }) => {
  await project.write(
    [fence('bash background id=fond ready="prêt"', 'echo prêt; sleep 71'), fence('bash', 'false')].join('\n\n'),
  );
  const { exitCode, stdout } = await project.verify();
  expect(exitCode).toBe(1);
  expect(stdout).toContain('1 échec ');
  expect(stdout).not.toContain('a survécu');
  expect((await processesWithin(project.root)).map((each) => each.command)).toEqual([]);
});

describe.concurrent('what is no lesson’s fault ends with 2', () => {
  test('two verifications at once in one checkout', async ({ project }) => {
    await project.write(fence('bash timeout=600s', `touch ${project.root}/commencé; tail -f /dev/null`));
    const first = project.verify();
    await until(() => exists(`${project.root}/commencé`));
    const second = await project.verify();
    expect(second).toMatchObject({
      exitCode: 2,
      all: expect.stringContaining('Une autre vérification est déjà à l’œuvre'),
    });
    first.kill('SIGTERM');
    expect((await first).exitCode).toBe(143);
  });

  test.for<readonly [args: string[], message: string]>([
    [['--tout'], 'option inconnue ou incomplète : --tout'],
    [['--shard=4/3'], '--shard=4/3'],
    [['--shard=un'], '--shard=un'],
  ])('a command line that cannot be understood: %s', async ([args, message], { project }) => {
    expect(await project.verify(args)).toMatchObject({ exitCode: 2, all: expect.stringContaining(message) });
  });

  test('a reporter that vitest does not have', async ({ project }) => {
    expect(await project.verify(['--reporter=nimporte'])).toMatchObject({
      exitCode: 2,
      all: expect.stringContaining('--reporter'),
    });
  });

  test('a transcript that cannot be written', async ({ project }) => {
    await writeFile(`${project.root}/plein`, '');
    const { exitCode, all } = await project.verify(['--all', `--proofs=${project.root}/plein`]);
    expect(all).toContain('n’a pas pu être écrit');
    expect(exitCode).toBe(2);
  });
});

describe.concurrent('lessons are chosen', () => {
  test('each lesson is in one part; a part may be empty', async ({ project }) => {
    expect((await project.verify(['--all', '--shard=2/2'])).stdout).toContain('Aucune leçon dans cette part');
    expect((await project.verify(['--all', '--shard=1/2'])).stdout).toContain('3 extraits prouvés');
  });

  test('an error in the lesson asked for is what is said of it', async ({ project }) => {
    await project.write('<Notes>');
    expect(await project.verify(['essai'])).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('mdx-illisible'),
    });
  });

  test('an unknown lesson is answered with the nearest one', async ({ project }) => {
    const { exitCode, all } = await project.verify(['esai']);
    expect([exitCode, all]).toEqual([2, expect.stringContaining('« essai »')]);
  });
});
