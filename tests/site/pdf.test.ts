import { mkdtemp, readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { forgeProofs } from '../fixtures/forge-proofs.ts';
import { requireBrowser } from '../require.ts';
import { SAMPLE } from './build.ts';

const suite = await requireBrowser();

/** Addresses that a PDF's links lead to. */
const linksOf = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/\/URI\s*\(([^)]*)\)/g)].map(([, address = '']) => address);

/** Long enough for a build, and for nothing that waits for ever. */
const ENDS_MS = 60_000;

async function printed(env: Readonly<Record<string, string>>): Promise<Map<string, string[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'orchestre-pdf-'));
  const proofs = join(folder, 'preuves');
  await forgeProofs(SAMPLE, proofs);
  const { PATH = '', HOME = '' } = process.env;
  const files = join(folder, 'pdf');
  await execa(process.execPath, ['scripts/pdf.ts', 'essai', `--dossier=${files}`], {
    env: { PATH, HOME, ORCHESTRE_COURS: SAMPLE, ORCHESTRE_PREUVES: proofs, ...env },
    extendEnv: false,
    timeout: ENDS_MS,
  });
  const names = (await readdir(files)).sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name, linksOf(await readFile(join(files, name)))] as const)),
  );
}

suite('npm run pdf', () => {
  test('page and deck lead to the published site, never to the server that printed them', async () => {
    const links = await printed({ ORCHESTRE_SITE: 'https://exemple.fr', ORCHESTRE_BASE: '/cours/' });
    expect([...links.keys()]).toEqual(['essai-diapositives.pdf', 'essai.pdf']);
    const all = [...links.values()].flat();
    expect(all.filter((link) => link.includes('127.0.0.1') || link.includes('localhost'))).toEqual([]);
    expect(links.get('essai.pdf')).toContainEqual(expect.stringContaining('https://exemple.fr/cours/'));
  });

  test('where nothing is published, they lead nowhere', async () => {
    const all = [...(await printed({})).values()].flat();
    expect(all.filter((link) => link.includes('127.0.0.1') || link.includes('localhost'))).toEqual([]);
  });

  test('where Chromium does not start, the command says so and ends', async () => {
    const said = expect.stringContaining('Aucun PDF') as string;
    await expect(printed({ CHROMIUM: '/bin/false' })).rejects.toMatchObject({ exitCode: 2, stderr: said });
  });
});
