import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSample } from './build.ts';
import { firstView } from './first-view.ts';

const KB = 1000;

describe('poids', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await buildSample();
  });

  test('a page costs at most 25 KB before it can be read and used', async () => {
    for await (const file of glob('**/*.html', { cwd: folder })) {
      if (dirname(file).endsWith('diapos')) continue;
      expect(await firstView(folder, file), file).toBeLessThanOrEqual(25 * KB);
    }
  });

  test('a deck costs at most 60 KB', async () => {
    for await (const file of glob('**/diapos/index.html', { cwd: folder })) {
      expect(await firstView(folder, file), file).toBeLessThanOrEqual(60 * KB);
    }
  });

  test('the title font costs at most 20 KB and never holds the text back', async () => {
    const fonts = await Array.fromAsync(glob('**/*.woff2', { cwd: folder }));
    expect(fonts).toHaveLength(1);
    expect((await readFile(join(folder, fonts[0] ?? ''))).length).toBeLessThanOrEqual(20 * KB);
    const css = await Array.fromAsync(glob('**/*.{css,html}', { cwd: folder }), (file) =>
      readFile(join(folder, file), 'utf8'),
    );
    expect(css.join('')).toContain('font-display:swap');
  });

  test('the mark is under 1 KB', async () => {
    expect(gzipSync(await readFile(join(folder, 'favicon.svg'))).length).toBeLessThan(KB);
  });
});
