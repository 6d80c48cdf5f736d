import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { BRIDGE_PATH, SUBPROTOCOL, TOKEN_PREFIX } from './protocol.ts';

/** @returns 256 random bits, as they stand in an address */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** @returns whether it has the form of ours; a shorter one could be guessed */
export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** What a request has to say to be let in: it reaches this machine's loopback, from whatever page is open. */
export interface Admission {
  readonly port: number;
  readonly token: string;
}

type Asked = Pick<IncomingMessage, 'headers' | 'method' | 'url'>;

/**
 * Every request's `Host` is one of ours: a name that somebody else points at this machine is not (DNS rebinding).
 * @returns why it is refused, in French; undefined where it is not
 */
export function hostRefusal({ headers }: Asked, { port }: Pick<Admission, 'port'>): string | undefined {
  const known = [`127.0.0.1:${port}`, `localhost:${port}`].includes(headers.host ?? '');
  return known ? undefined : `hôte inconnu${quoted(headers.host)}`;
}

/**
 * What opens the bridge: a page of ours, that has the token. `Origin` is the browser's word, no page can forge it; it is
 * looked at before the token, and both before anything is read of a message.
 * @returns why it is refused, in French; undefined where it is not
 */
export function bridgeRefusal(request: Asked, admission: Admission): string | undefined {
  const { headers, method, url } = request;
  const refusal = hostRefusal(request, admission);
  if (refusal !== undefined) return refusal;
  if (method !== 'GET' || url !== BRIDGE_PATH) return 'ce n’est pas l’adresse du pont';
  if (headers.origin !== `http://${headers.host}`) return `autre origine${quoted(headers.origin)}`;
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((each) => each.trim());
  if (!offered.includes(SUBPROTOCOL)) return 'autre protocole';
  const tokens = offered.filter((each) => each.startsWith(TOKEN_PREFIX));
  if (tokens.length !== 1) return 'sans jeton';
  return same(tokens[0]?.slice(TOKEN_PREFIX.length) ?? '', admission.token) ? undefined : 'jeton faux';
}

/** In constant time, whatever the lengths. */
function same(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** What somebody else wrote, as it can stand in a terminal. */
function quoted(text: string | undefined): string {
  return text === undefined ? ' (absente)' : ` (${JSON.stringify(text).slice(0, 80)})`;
}
