import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diagrams } from '../../../../src/drawing/mermaid/main.ts';
import { fence, lessonSource } from '../../../fixtures/lesson-source.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'diagrammes-'));
  await cp(join(import.meta.dirname, '../../../fixtures/course'), root, { recursive: true });
  const drawing = fence('mermaid alt="Un dessin."', 'flowchart LR', '  A --> B');
  await writeFile(join(root, 'content/01-un/lecon.mdx'), lessonSource(drawing));
});
afterEach(() => rm(root, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const lines = { out: [] as string[], err: [] as string[] };
  const stdout = (line: string) => void lines.out.push(line);
  const stderr = (line: string) => void lines.err.push(line);
  const code = await diagrams({ root, args, env: { CHROMIUM: '/nulle-part' }, stdout, stderr });
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') };
}

test('--check needs no browser, and says which fence is not drawn', async () => {
  const { code, out } = await run('--check');
  expect(out).toMatch(/^content\/01-un\/lecon\.mdx:9:1 {2}diagramme-absent {2}.* {2}→ lancez npm run diagrams$/);
  expect(code).toBe(1);
});

test('without a browser, nothing is drawn: the environment’s matter', async () => {
  expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('/nulle-part') });
});

test('a lesson that does not exist is told its nearest', async () => {
  expect(await run('--check', 'un2')).toMatchObject({ code: 2, err: expect.stringContaining('un\u00A0»') });
});

test('an unknown option is a wrong use', async () => {
  expect(await run('--cheque')).toMatchObject({ code: 2, err: expect.stringContaining('npm run diagrams') });
});
