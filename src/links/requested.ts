import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LinkChecker, type LinkResult, LinkState } from 'linkinator';

/** What came of asking for an address; `status` is 0 where nobody answered. */
export interface Answer {
  readonly state: 'there' | 'gone' | 'refused' | 'without-anchor';
  readonly status: number;
  /** Why nobody answered, in the system's words. */
  readonly reason?: string;
}

/** At once, over all sites: nobody is in a hurry. */
const CONCURRENCY = 4;
const TIMEOUT = 30_000;
const RETRIES = 2;

/** A site may answer a program in this way, and a reader in another. */
const REFUSALS: ReadonlySet<number> = new Set([401, 403, 429, 451, 999]);

/**
 * Asks for addresses as their readers would: HEAD, then GET where that is not granted, once more behind a failure of
 * the network or the server, and later where a site says so.
 * @param addresses absolute, http or https
 * @returns the answer to each, by the address as it was given
 */
export async function requested(addresses: readonly string[]): Promise<Map<string, Answer>> {
  const results = await resultsOf(addresses);
  return new Map(addresses.map((address) => [address, answerOf(new URL(address), results)]));
}

/** linkinator follows what stands on a page: ours has nothing but these links. */
async function resultsOf(addresses: readonly string[]): Promise<readonly LinkResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'orchestre-liens-'));
  try {
    const links = addresses.map((address) => `<a href="${new URL(address).href.replaceAll('&', '&amp;')}"></a>`);
    await writeFile(join(folder, 'liens.html'), `<!doctype html><title>Liens</title>${links.join('\n')}`);
    const { links: results } = await new LinkChecker().check({
      path: 'liens.html',
      serverRoot: folder,
      recurse: false,
      checkFragments: true,
      concurrency: CONCURRENCY,
      timeout: TIMEOUT,
      retry: true,
      retryErrors: true,
      retryErrorsCount: RETRIES,
      retryErrorsJitter: 1000,
      userAgent: 'Mozilla/5.0 (compatible; orchestre-liens)',
    });
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function answerOf({ href, hash }: URL, results: readonly LinkResult[]): Answer {
  const bare = href.slice(0, href.length - hash.length);
  const result = results.find(({ url }) => url === bare);
  if (result === undefined) throw new Error(`linkinator n’a rien dit de ${bare}`);
  const status = result.status ?? 0;
  if (result.state === LinkState.SKIPPED || REFUSALS.has(status)) return { state: 'refused', status };
  if (result.state === LinkState.BROKEN) return { state: 'gone', status, ...reasonOf(result) };
  const lacksAnchor = hash !== '' && results.some(({ url, state }) => url === href && state === LinkState.BROKEN);
  return { state: lacksAnchor ? 'without-anchor' : 'there', status };
}

function reasonOf({ failureDetails = [] }: LinkResult): Pick<Answer, 'reason'> {
  const error = failureDetails.findLast((each) => each instanceof Error);
  if (error === undefined) return {};
  const cause = error.cause instanceof Error ? error.cause : error;
  return { reason: 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message };
}
