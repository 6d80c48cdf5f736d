import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { links } from '../../../src/links/main.ts';
import { Project } from '../../fixtures/project.ts';

// What does not answer is asked again seconds later.
vi.setConfig({ testTimeout: 60_000 });

/** What `exemple.fr` serves, by path; `asked` is what it was asked for. */
const asked: string[] = [];
let failures = 0;

function serve({ method = '', url: address = '' }: IncomingMessage, response: ServerResponse): void {
  const { hostname, pathname: url } = new URL(address);
  if (hostname === 'absent.fr') return void response.destroy();
  asked.push(`${method} ${url}`);
  const page = (status: number, body = '<h1 id="la">Là</h1>'): void => {
    response.writeHead(status, { 'content-type': 'text/html' }).end(method === 'HEAD' ? undefined : body);
  };
  if (url === '/la') page(200);
  else if (url === '/demenagee') response.writeHead(301, { location: 'http://exemple.fr/la' }).end();
  else if (url === '/sans-head') page(method === 'HEAD' ? 405 : 200);
  else if (url === '/capricieuse') page((failures += 1) > 2 ? 200 : 503);
  else if (url === '/interdite') page(403);
  else page(404);
}

/** The internet: a proxy, for which all hosts are one, but for `absent.fr`, where nobody is. */
let internet: Server;
let software: string;
beforeAll(async () => {
  internet = createServer(serve);
  await new Promise<void>((listening) => internet.listen(0, '127.0.0.1', listening));
  const proxy = `http://127.0.0.1:${(internet.address() as AddressInfo).port}`;
  for (const name of ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY']) vi.stubEnv(name, proxy);
  for (const name of ['no_proxy', 'NO_PROXY']) vi.stubEnv(name, '127.0.0.1');
  software = await mkdtemp(join(tmpdir(), 'orchestre-logiciel-'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  internet.closeAllConnections();
  internet.close();
  await rm(software, { recursive: true });
});
beforeEach(() => {
  asked.length = 0;
});

/** `npm run liens -- ARGS` for a lesson whose text begins on line 9; no-break spaces become spaces. */
async function run(body: string, args: readonly string[] = []) {
  const project = await Project.make(body);
  const [out, said]: [string[], string[]] = [[], []];
  const breakable = (line: string) => line.replaceAll(/[\u00a0\u202f]/g, ' ');
  const exitCode = await links({
    root: project.root,
    software,
    args,
    stdout: (line) => out.push(breakable(line)),
    stderr: (line) => said.push(breakable(line)),
  }).finally(() => project.remove());
  return { exitCode, out, said };
}

const AT = 'content/01-essai/lecon.mdx';
const REPLACE = '→ remplacez l’adresse par celle d’aujourd’hui, ou retirez le lien';

test('without --en-ligne each address is listed once with its places, and nobody is asked', async () => {
  const body = 'Voir [a](http://exemple.fr/la), [b](http://exemple.fr/x).\n\nEt [a](http://exemple.fr/la).\n';
  const { exitCode, out, said } = await run(body);
  expect(out).toEqual([`http://exemple.fr/la\n  ${AT}:9\n  ${AT}:11`, `http://exemple.fr/x\n  ${AT}:9`]);
  expect(said).toEqual([
    '3 liens vers 2 adresses, 0 erreur, 0 avertissement (écriture seule ; npm run liens -- --en-ligne les demande).',
  ]);
  expect(exitCode).toBe(0);
  expect(asked).toEqual([]);
});

test('what is badly written is an error without the internet too', async () => {
  const { exitCode, out } = await run('Voir [a](htps://exemple.fr/la).\n');
  expect(out).toEqual([
    `${AT}:9:6  lien-invalide  l’adresse « htps://exemple.fr/la » n’est pas celle d’une page de l’internet  → commencez-la par « https:// »`,
  ]);
  expect(exitCode).toBe(1);
});

test('a page that is there, has moved, or grants no HEAD is good; one HEAD is enough for each', async () => {
  const pages = ['la', 'la#la', 'demenagee', 'sans-head', 'la'];
  const { exitCode, out } = await run(pages.map((page) => `[x](http://exemple.fr/${page})\n`).join('\n'), [
    '--en-ligne',
  ]);
  expect(out).toEqual([]);
  expect(exitCode).toBe(0);
  expect(asked.filter((each) => each === 'HEAD /sans-head')).toHaveLength(1);
  expect(asked).toContain('GET /sans-head');
  expect(asked).not.toContain('GET /demenagee');
});

test('what leads nowhere fails at each of its places; a refusal and a missing anchor are doubts; who fails once is asked again', async () => {
  const faults = [
    'exemple.fr/absente',
    'absent.fr/',
    'exemple.fr/interdite',
    'exemple.fr/la#ici',
    'exemple.fr/absente',
  ];
  const pages = [...faults, 'exemple.fr/capricieuse'].map((page) => `[x](http://${page})\n`);
  const { exitCode, out, said } = await run(pages.join('\n'), ['--en-ligne']);
  expect(out.map((line) => line.replace(/ne répond pas \(.+?\)/, 'ne répond pas'))).toEqual([
    `${AT}:9:1  lien-mort  « http://exemple.fr/absente » répond 404  ${REPLACE}`,
    `${AT}:11:1  lien-mort  « http://absent.fr/ » ne répond pas  ${REPLACE}`,
    `${AT}:13:1  lien-douteux (avertissement)  « http://exemple.fr/interdite » refuse de répondre à un programme (403)  → ouvrez-la dans un navigateur`,
    `${AT}:15:1  lien-douteux (avertissement)  la page « http://exemple.fr/la#ici » répond, mais sans cette ancre, qu’un script y met peut-être  → ouvrez-la dans un navigateur, et corrigez ce qui suit « # »`,
    `${AT}:17:1  lien-mort  « http://exemple.fr/absente » répond 404  ${REPLACE}`,
  ]);
  expect(said.at(-1)).toBe('6 liens vers 5 adresses, 3 erreurs, 2 avertissements.');
  expect(failures).toBeGreaterThan(2);
  expect(exitCode).toBe(1);
});

test('where nobody answers the internet is missing, not a page: no link is blamed', async () => {
  await expect(run('[x](http://absent.fr/)\n', ['--en-ligne'])).rejects.toThrow('a accès à l’internet');
});

test('another argument is not passed over in silence', async () => {
  await expect(run('', ['--enligne'])).rejects.toThrow('« --enligne » n’est pas une option');
});

test('the links of the site’s own pages are asked for too', async () => {
  await mkdir(join(software, 'src/pages'), { recursive: true });
  await writeFile(join(software, 'src/pages/a.astro'), '<p>\n  <a href="https://exemple.fr/la">Là</a>\n</p>\n');
  const { out } = await run('');
  expect(out).toEqual(['https://exemple.fr/la\n  src/pages/a.astro:2']);
});
