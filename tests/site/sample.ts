import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { SITE_PAGES } from '../../src/course/pages.ts';
import { launch } from './browser.ts';
import { buildSample } from './build.ts';
import { type Served, serveSite } from './serve.ts';

/** The sample course's pages, from its root: those of its two lessons, then the site's own. */
export const SAMPLE_PAGES: readonly string[] = ['essai/', 'suite/', ...SITE_PAGES];

/** The sample course served, and a browser to look at it with; there before a suite's first test, gone behind its last. */
export interface Sample {
  readonly browser: Browser;
  readonly url: string;
}

/** Call it in a suite's body; what it gives is filled in by then. */
export function useSample(): Sample {
  const sample = { browser: undefined as unknown as Browser, url: '' };
  let site: Served;
  beforeAll(async () => {
    sample.browser = await launch();
    site = await serveSite(await buildSample());
    sample.url = site.url;
  });
  afterAll(async () => {
    await sample.browser.close();
    await site.close();
  });
  return sample;
}
