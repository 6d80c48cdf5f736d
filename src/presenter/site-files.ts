import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { contentType, sitePath } from '../slides/site-file.ts';
import { contentPolicy, inlineHashes } from './content-policy.ts';
import { type Deck, deckHash, withBridge } from './deck.ts';

/** The search is WebAssembly, in the page or in a worker of its own; no deck has it, and no deck gets this. */
const WASM = "'wasm-unsafe-eval'";

export interface SiteFile {
  readonly status: 200 | 404;
  readonly type: string;
  readonly body: Buffer | string;
  /** What a page may load and run. */
  readonly policy: string;
}

export interface SiteOptions {
  /** Of the built site, absolute. */
  readonly folder: string;
  /** By slug. */
  readonly decks: ReadonlyMap<string, Deck>;
  /** Files that the bridge alone serves, by path. */
  readonly bundle: ReadonlyMap<string, string>;
  /** Hashes of the scripts that a window of a deck may write. */
  readonly speakerView: readonly string[];
}

/**
 * @param pathname of a request, as it was sent
 * @param host that it was sent to
 * @returns what the site has there; of a deck, with the bridge's scripts
 */
export async function siteFile(pathname: string, host: string, options: SiteOptions): Promise<SiteFile> {
  const own = options.bundle.get(pathname);
  if (own !== undefined)
    return { status: 200, type: contentType(pathname), body: own, policy: contentPolicy(host, []) };
  const path = await sitePath(pathname, options.folder);
  const body = path === undefined ? undefined : await readFile(join(options.folder, path)).catch(() => undefined);
  if (path === undefined || body === undefined) {
    const absent = await readFile(join(options.folder, '404.html'), 'utf8').catch(() => '404');
    return {
      status: 404,
      type: contentType('404.html'),
      body: absent,
      policy: contentPolicy(host, [WASM, ...inlineHashes(absent)]),
    };
  }
  const type = contentType(path);
  if (extname(path) !== '.html') return { status: 200, type, body, policy: contentPolicy(host, [WASM]) };
  const html = body.toString('utf8');
  const deck = [...options.decks.values()].find(({ file }) => file === path);
  if (deck === undefined)
    return { status: 200, type, body, policy: contentPolicy(host, [WASM, ...inlineHashes(html)]) };
  const policy = contentPolicy(host, [...inlineHashes(html), ...options.speakerView]);
  const place = { slug: deck.lesson.slug, hash: deckHash(html, deck.seal) };
  return { status: 200, type, body: withBridge(html, place), policy };
}
