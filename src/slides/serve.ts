import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { contentType, sitePath } from './site-file.ts';

/** A served site. */
export interface Served {
  /** With the base path and a slash at its end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves a built site as GitHub Pages does: compressed, folders by their `index.html`, what is absent by `404.html`. */
export async function serveSite(folder: string, { base = '/' }: { base?: string } = {}): Promise<Served> {
  const server = createServer((request, response) => {
    void answer(folder, base, request.url ?? '/').then(({ status, type, body }) => {
      const packed = /^text\/|svg|xml/.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding']));
      const headers = { 'Content-Type': type, ...(packed ? { 'Content-Encoding': 'gzip' } : {}) };
      response.writeHead(status, headers).end(packed ? gzipSync(body, { level: 6 }) : body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((done) => (server.closeAllConnections(), server.close(() => done())));
  return { url: `http://127.0.0.1:${port}${base}`, close };
}

async function answer(folder: string, base: string, url: string) {
  const pathname = URL.parse(url, 'http://site')?.pathname;
  const path = pathname?.startsWith(base) === true ? await sitePath(pathname.slice(base.length), folder) : undefined;
  const body = path === undefined ? undefined : await readFile(join(folder, path)).catch(() => undefined);
  if (path !== undefined && body !== undefined) return { status: 200, type: contentType(path), body };
  return {
    status: 404,
    type: contentType('404.html'),
    body: await readFile(join(folder, '404.html')).catch(() => Buffer.from('404')),
  };
}
