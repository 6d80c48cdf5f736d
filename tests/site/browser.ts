import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
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

export { openDeck, slidesOf } from '../../src/slides/deck.ts';
