import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../../../src/presenter/open-browser.ts';

const ADDRESS = 'http://127.0.0.1:4330/essai/diapos/#jeton=secret';
let dir: string;
let told: string[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'orchestre-navigateur-'));
  told = [];
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** @param script what the machine's way to open a file does. @returns an environment that has it */
async function opener(script: string): Promise<NodeJS.ProcessEnv> {
  await mkdir(join(dir, 'bin'));
  for (const name of ['xdg-open', 'open']) {
    await writeFile(join(dir, 'bin', name), `#!/bin/sh\necho "$$ $*" >${dir}/demande\n${script}\n`);
    await chmod(join(dir, 'bin', name), 0o755);
  }
  return { ...process.env, PATH: `${dir}/bin:${process.env['PATH']}` };
}

const open = (env: NodeJS.ProcessEnv, isOpen: () => boolean): Promise<void> =>
  openBrowser(ADDRESS, { dir, env, isOpen, tell: (line) => told.push(line), patience: 300 });

test('the browser is given a private file, and not the token', async () => {
  await open(await opener('exit 0'), () => true);
  expect(await readFile(join(dir, 'demande'), 'utf8')).toMatch(/^\d+ \S+\/ouvrir\.html\n$/);
  expect(await readFile(join(dir, 'ouvrir.html'), 'utf8')).toContain(ADDRESS);
  expect((await stat(join(dir, 'ouvrir.html'))).mode & 0o077).toBe(0);
  expect(told).toEqual([]);
});

test('where no window comes of it the address is told, whatever the program answered', async () => {
  await open(await opener('exit 0'), () => false);
  expect(told).toEqual([expect.stringContaining(ADDRESS)]);
});

test('a machine without such a program is told at once', async () => {
  await openBrowser(ADDRESS, { dir, env: { PATH: dir }, isOpen: () => false, tell: (line) => told.push(line) });
  expect(told).toEqual([expect.stringContaining(ADDRESS)]);
});

test('a browser that takes the program’s place is not waited for, and outlives the bridge', async () => {
  const env = await opener('exec sleep 311');
  const module = join(import.meta.dirname, '../../../src/presenter/open-browser.ts');
  const code = `
    const { openBrowser } = await import(${JSON.stringify(module)});
    const [dir, env, tell] = [${JSON.stringify(dir)}, process.env, console.log];
    await openBrowser('http://x', { dir, env, tell, isOpen: () => true, patience: 300 });
    process.exit(0);`;
  expect(await execa(process.execPath, ['--input-type=module', '--eval', code], { env, timeout: 4_000 })).toMatchObject(
    {
      stdout: '',
    },
  );
  const pid = Number.parseInt(await readFile(join(dir, 'demande'), 'utf8'));
  expect(process.kill(pid, 'SIGKILL')).toBe(true);
});
