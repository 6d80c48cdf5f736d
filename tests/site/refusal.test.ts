import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildSite, SAMPLE } from './build.ts';
import { forgeProofs } from '../fixtures/forge-proofs.ts';

describe('refus de publier', () => {
  let course: string;
  let transcripts: string;
  beforeEach(async () => {
    course = await mkdtemp(join(tmpdir(), 'orchestre-cours-'));
    await cp(SAMPLE, course, { recursive: true });
    transcripts = join(course, 'transcripts');
    await forgeProofs(course, transcripts);
  });
  const change = async (file: string, from: string, to: string) => {
    const path = join(course, 'content', file);
    await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
  };
  const build = () => buildSite({ course, transcripts });

  test('a snippet that changed since it was run, at its line', async () => {
    await change('01-essai/lecon.mdx', 'kubectl get deployment inconnu', 'kubectl get deployment autre');
    await expect(build()).rejects.toThrow(/content\/01-essai\/lecon\.mdx:\d+ {2}leçon « essai », extrait s3/);
  });

  test('an expectation edited by hand, and a lesson that was never run', async () => {
    await change('01-essai/lecon.mdx', 'deployments.apps "inconnu" not found', 'deployments.apps "inconnu" trouvé');
    await rm(join(transcripts, '02-suite'), { recursive: true });
    const refused = build();
    await expect(refused).rejects.toThrow('extrait s3');
    await expect(refused).rejects.toThrow('aucune exécution n’est enregistrée');
  });

  test('a figure quoted from a snippet that printed no figure, at the line of the text', async () => {
    await change('02-suite/lecon.mdx', '```bash memo', '```bash id=noeuds memo');
    await change('02-suite/lecon.mdx', 'delai" unite', 'noeuds" unite');
    await forgeProofs(course, transcripts);
    await expect(build()).rejects.toThrow(/02-suite\/lecon\.mdx:\d+ {2}leçon « suite », extrait noeuds : <Mesure/);
  });

  test('a course without lessons', async () => {
    await change('cours.yaml', '  - 01-essai\n  - 02-suite', '  []');
    await rm(join(course, 'content/01-essai'), { recursive: true });
    await rm(join(course, 'content/02-suite'), { recursive: true });
    await expect(build()).rejects.toThrow(/lecons|aucune leçon/);
  });

  test('two lessons at one address', async () => {
    await cp(join(course, 'content/01-essai'), join(course, 'content/03-essai'), { recursive: true });
    await change('cours.yaml', '  - 02-suite', '  - 02-suite\n  - 03-essai');
    await expect(build()).rejects.toThrow('slug-double');
  });
});
