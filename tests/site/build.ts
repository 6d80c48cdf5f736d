import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { forgeProofs } from '../fixtures/forge-proofs.ts';

/** The course in `tests/site/cours`: two short lessons with one of everything. */
export const SAMPLE = resolve('tests/site/cours');

export interface BuildOptions {
  /** The folder that holds `content/`; by default the project's own course, with its committed proofs. */
  readonly course?: string;
  /** Where the transcripts are; by default beside the lessons. */
  readonly transcripts?: string;
  readonly base?: string;
}

/**
 * Builds the site as `npm run build` does, into a folder of its own.
 * @returns the folder
 * @throws what the build printed, when it fails
 */
export async function buildSite({ course, transcripts, base = '/' }: BuildOptions = {}): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'orchestre-site-'));
  // Not vitest's own variables: Vite would take its BASE_URL and its mode from them.
  const { PATH, HOME } = process.env;
  const env = {
    PATH,
    HOME,
    ORCHESTRE_BASE: base,
    ASTRO_TELEMETRY_DISABLED: '1',
    ...(course === undefined ? {} : { ORCHESTRE_COURS: course }),
    ...(transcripts === undefined ? {} : { ORCHESTRE_PREUVES: transcripts }),
  };
  const run = await execa(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', out], {
    env,
    extendEnv: false,
    all: true,
    reject: false,
  });
  if (run.failed) throw new Error(run.all);
  return out;
}

/** Builds the sample course with proofs made up for it. */
export async function buildSample({ base }: Pick<BuildOptions, 'base'> = {}): Promise<string> {
  const transcripts = await mkdtemp(join(tmpdir(), 'orchestre-preuves-'));
  await forgeProofs(SAMPLE, transcripts);
  return buildSite({ course: SAMPLE, transcripts, ...(base === undefined ? {} : { base }) });
}
