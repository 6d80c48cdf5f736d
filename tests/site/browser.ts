import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { CHROMIUM } from '../require.ts';

/** No service of the browser's own may reach for the network: a request to another host has to be the site's. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** A page at 1280 × 720 that remembers what must not happen: errors, and requests to other hosts. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options });
  const page = await context.newPage();
  const mishaps: string[] = [];
  page.on('console', (message) => message.type() === 'error' && mishaps.push(message.text()));
  page.on('pageerror', (error) => mishaps.push(error.message));
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') mishaps.push(`vers un autre hôte : ${request.url()}`);
  });
  return { page, mishaps };
}

/** Opens a deck and waits until reveal.js has taken over. */
export async function openDeck(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForSelector('html.deck', { state: 'attached' });
}

/** Shows each slide of the open deck in turn, with all its steps. */
export async function* slidesOf(page: Page): AsyncGenerator<string> {
  const ids = await page.locator('.slides > section').evaluateAll((slides) => slides.map(({ id }) => id));
  for (const id of ids) {
    await page.evaluate((hash) => (location.hash = hash), `#/${id}`);
    await page.waitForSelector(`section.present[id="${id}"]`);
    await page.evaluate(() => {
      for (const step of document.querySelectorAll('section.present .fragment')) step.classList.add('visible');
      const moving = document.querySelector('section.present')?.getAnimations({ subtree: true }) ?? [];
      return Promise.all(moving.map(({ finished }) => finished));
    });
    yield id;
  }
}
