import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { execa } from 'execa';
import { findChromium } from '../../src/drawing/mermaid/chromium.ts';
import { serveSite } from '../../src/slides/serve.ts';
import { forgeProofs } from '../fixtures/forge-proofs.ts';
import { makeBareSite } from './bare-site.ts';
import { lessonBody, makeProject, typicalSnippets } from './project.ts';
import type { BenchWorld, Figure } from './types.ts';

const SLIDES = 20;
const ROUNDS = 7;

/** Lighthouse's slow 4G, as it is applied to each request; a processor four times slower. */
const NETWORK = { offline: false, latency: 562.5, downloadThroughput: 184_320, uploadThroughput: 84_375 };
const SLOWER = 4;

interface View {
  /** First text or drawing, milliseconds. */
  readonly painted: number;
  /** A deck: its keys answer, milliseconds. */
  readonly ready: number;
  /** Milliseconds of style and layout until then. */
  readonly layout: number;
  /** Layout shift, no unit. */
  readonly shift: number;
  /** Milliseconds of processor that the page's main thread took: a busy machine does not change it. */
  readonly cpu: number;
}

/**
 * The first view of a lesson's page and deck beside those of Astro and reveal.js alone, same text, same browser, one
 * after the other in turns: what the machine does besides falls on both.
 */
export async function firstViews({ root, progress }: BenchWorld): Promise<Figure[]> {
  const body = lessonBody(typicalSnippets(SLIDES, 'vue'));
  progress('construction des deux sites');
  const bare = await buildBare(root, body);
  const ours = await buildOurs(root, body);
  const [bareSite, ourSite] = [await serveSite(bare.folder), await serveSite(ours.folder)];
  const browser = await chromium.launch({
    executablePath: findChromium(process.env),
    args: ['--headless', '--no-sandbox'],
  });
  const addresses = {
    barePage: `${bareSite.url}vue/`,
    ourPage: `${ourSite.url}vue/`,
    bareDeck: `${bareSite.url}deck/vue/`,
    ourDeck: `${ourSite.url}vue/diapos/`,
  };
  const views: Record<keyof typeof addresses, View[]> = { barePage: [], ourPage: [], bareDeck: [], ourDeck: [] };
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      progress(`premières vues, tour ${round + 1} sur ${ROUNDS}`);
      for (const [name, url] of Object.entries(addresses))
        views[name as keyof typeof views].push(await viewOf(browser, url));
    }
  } finally {
    await browser.close();
    await Promise.all([bareSite.close(), ourSite.close(), bare.remove(), ours.remove()]);
  }
  const median = (name: keyof typeof views, figure: keyof View): number =>
    views[name].map((view) => view[figure]).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
  const beside = (what: string, name: 'Page' | 'Deck', figure: Exclude<keyof View, 'cpu'>, most?: number): Figure => {
    const [bare, unit] = [median(`bare${name}`, figure), figure === 'shift' ? ('' as const) : ('ms' as const)];
    return {
      what,
      cost: { wall: median(`our${name}`, figure), cpu: median(`our${name}`, 'cpu') },
      unit,
      goal: { of: 'wall', most: most ?? bare },
      how: `nu : ${bare.toFixed(unit === '' ? 3 : 0)}, processeur ${Math.round(median(`bare${name}`, 'cpu'))} ms`,
    };
  };
  progress(`CPU ÷ ${SLOWER}, 4G lente, ${ROUNDS} tours alternés ; processeur : le fil de la page, jusque-là`);
  return [
    beside('page, premier affichage', 'Page', 'painted', median('barePage', 'painted') + 100),
    beside('page, décalage', 'Page', 'shift', 0),
    beside('diaporama, premier affichage', 'Deck', 'painted'),
    beside('diaporama, les touches répondent', 'Deck', 'ready'),
    beside('diaporama, style et mise en page', 'Deck', 'layout', 300),
    beside('diaporama, décalage', 'Deck', 'shift', 0),
  ];
}

async function buildBare(root: string, body: string): Promise<{ folder: string; remove: () => Promise<void> }> {
  const site = await makeBareSite({ vue: body }, root);
  await execa(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], { cwd: site.root });
  return { folder: join(site.root, 'dist'), remove: () => site.remove() };
}

async function buildOurs(root: string, body: string): Promise<{ folder: string; remove: () => Promise<void> }> {
  const project = await makeProject({ '01-vue': body }, 'none');
  const proofs = join(project.root, 'preuves');
  await forgeProofs(project.root, proofs);
  const folder = await mkdtemp(join(tmpdir(), 'orchestre-vue-'));
  const env = { ORCHESTRE_COURS: project.root, ORCHESTRE_PREUVES: proofs };
  await execa(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder], { cwd: root, env });
  return {
    folder,
    remove: () => Promise.all([project.remove(), rm(folder, { recursive: true })]).then(() => undefined),
  };
}

/** Opens an address with nothing in the cache. */
async function viewOf(browser: Browser, url: string): Promise<View> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await session.send('Performance.enable');
  await page.addInitScript(() => {
    const seen = window as unknown as { shift: number; ready: number };
    seen.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    new MutationObserver(() => {
      if (document.querySelector('.reveal.ready') !== null) seen.ready ??= performance.now();
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['class'] });
  });
  await page.goto(url, { waitUntil: 'load' });
  if (/deck|diapos/.test(url)) await page.waitForSelector('.reveal.ready', { state: 'attached' });
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const { painted, ready, shift } = await page.evaluate(async () => {
    // A shift is told with the frame that follows it.
    await new Promise((done) => setTimeout(done, 300));
    const { shift, ready } = window as unknown as { shift: number; ready?: number };
    return {
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      ready: ready ?? 0,
      shift,
    };
  });
  await context.close();
  return {
    painted,
    ready,
    shift,
    layout: (seconds('LayoutDuration') + seconds('RecalcStyleDuration')) * 1000,
    cpu: seconds('ThreadTime') * 1000,
  };
}
