import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Served, serveSite } from '../../../src/slides/serve.ts';

let folder: string;
let site: Served;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orchestre-service-'));
  await mkdir(join(folder, 'site/é'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'site/404.html'), 'absente');
  await writeFile(join(folder, 'site/é/index.html'), 'une page');
  site = await serveSite(join(folder, 'site'), { base: '/cours/' });
});
afterEach(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

/** Unlike `fetch`, sends the path as it is. */
const get = (path: string) =>
  new Promise<[number | undefined, string]>((done, fail) => {
    const sent = request(site.url, { path }, (response) => {
      text(response).then((body) => done([response.statusCode, body]), fail);
    });
    sent.on('error', fail).end();
  });

test('a folder is its page', async () => {
  expect(await get('/cours/%C3%A9/')).toEqual([200, 'une page']);
});

test.each(['/cours/..%2fsecret.txt', '/cours/%2e%2e/secret.txt', '/cours/%zz', '//', '/autre/', '/cours/rien'])(
  '%s is absent, and the next one is answered',
  async (path) => {
    expect(await get(path)).toEqual([404, 'absente']);
    expect(await get('/cours/%C3%A9/')).toEqual([200, 'une page']);
  },
);
