import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../drawing/mermaid/chromium.ts';
import { execWith } from '../machine/exec.ts';
import { serveSite } from './serve.ts';

/** The site, served, and a browser to look at it with. */
export interface BuiltSite {
  /** With a slash at its end. */
  readonly url: string;
  readonly browser: Browser;
}

/**
 * Builds the site as `npm run build` does, into a folder of its own, and serves it while something looks at it.
 * @throws NoBrowserError; what the build printed, when it fails
 */
export async function withBuiltSite<T>(root: string, look: (site: BuiltSite) => Promise<T>): Promise<T> {
  const executablePath = findChromium(process.env);
  const folder = await mkdtemp(join(tmpdir(), 'orchestre-vue-'));
  try {
    await buildSite(root, folder);
    const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
    try {
      return await lookAt(folder, browser, look);
    } finally {
      await browser.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function lookAt<T>(folder: string, browser: Browser, look: (site: BuiltSite) => Promise<T>): Promise<T> {
  const { url, close } = await serveSite(folder);
  try {
    return await look({ url, browser });
  } finally {
    await close();
  }
}

const PROJECT = resolve(import.meta.dirname, '../..');

/**
 * Builds the site as `npm run build` does, at the root of its address.
 * @param root the folder that holds `content/`
 * @param folder where the site goes, absolute
 * @throws what the build printed, when it fails
 */
export async function buildSite(root: string, folder: string): Promise<void> {
  const astro = join(PROJECT, 'node_modules/astro/bin/astro.mjs');
  const result = await execWith(process.env)(
    process.execPath,
    [astro, 'build', '--root', PROJECT, '--outDir', folder],
    {
      env: { ORCHESTRE_COURS: root, ORCHESTRE_BASE: '/', ASTRO_TELEMETRY_DISABLED: '1' },
    },
  );
  if (!result.ok) throw new Error(`la construction du site a échoué :\n${result.output}`);
}
