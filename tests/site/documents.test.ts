import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { LinkChecker, LinkState } from 'linkinator';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSample } from './build.ts';
import { serveSite } from './serve.ts';

const BASE = '/orchestre/';

describe('documents', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await buildSample({ base: BASE });
  });
  const pages = () => Array.fromAsync(glob('**/*.html', { cwd: folder }));

  test('every page is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      // Astro writes attributes and doctype its own way; the custom properties on snippets are data, not style.
      rules: {
        'no-inline-style': 'off',
        // HTML lets an id begin as it likes; only the deck's own begin with « _ », which no heading's does.
        'valid-id': ['error', { relaxed: true }],
        'doctype-style': 'off',
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
        'no-trailing-whitespace': 'off',
        'long-title': 'off',
      },
    });
    const messages: string[] = [];
    for (const page of await pages()) {
      const { results } = await validator.validateString(await readFile(join(folder, page), 'utf8'));
      for (const { line, ruleId, message } of results.flatMap((result) => result.messages)) {
        messages.push(`${page}:${line} ${ruleId} ${message}`);
      }
    }
    expect(messages).toEqual([]);
  });

  test('every link inside the site leads somewhere, anchors included', async () => {
    const site = await serveSite(folder, { base: BASE });
    const outside = '^https?://(?!127\\.0\\.0\\.1)';
    const { links } = await new LinkChecker().check({
      path: site.url,
      recurse: true,
      checkFragments: true,
      // The canonical address and the sitemap are the published site's.
      linksToSkip: [outside, 'http://localhost', '#/'],
    });
    await site.close();
    expect(
      links.filter(({ state }) => state === LinkState.BROKEN).map(({ url, parent }) => `${parent} → ${url}`),
    ).toEqual([]);
    expect(links.length).toBeGreaterThan(20);
  });

  test('every page has a title, a description, a language and one main heading of its own', async () => {
    const titles = new Set<string>();
    for (const page of await pages()) {
      const html = await readFile(join(folder, page), 'utf8');
      expect(html).toContain('<html lang="fr">');
      expect(html.match(/<h1[ >]/g), page).toHaveLength(1);
      expect(html).toMatch(/<meta name="description" content="[^"]{10,}"/);
      titles.add(/<title>([^<]+)/.exec(html)?.[1] ?? '');
    }
    expect(titles.size).toBe((await pages()).length);
  });

  test('the text of every page is set in French: no ordinary space where a line must not break', async () => {
    const faults: string[] = [];
    for (const page of await pages()) {
      const html = await readFile(join(folder, page), 'utf8');
      const text = html
        .replaceAll(/<(head|script|style|pre|code|svg)\b[^]*?<\/\1>/g, 'x')
        .replaceAll(/<\/?(?:a|em|strong|span)\b[^>]*>/g, '')
        .replaceAll(/<[^>]+>/g, '\n');
      faults.push(...[...text.matchAll(/.{0,20}(?: [;!?»]|« | :(?=\s)).{0,10}/g)].map(([fault]) => `${page} ${fault}`));
    }
    expect(faults).toEqual([]);
  });

  test('the sitemap knows every page but the one for what is absent', async () => {
    const sitemap = await readFile(join(folder, 'sitemap-0.xml'), 'utf8');
    expect(sitemap.match(/<loc>/g)).toHaveLength((await pages()).length - 1);
    expect(sitemap).toContain('/orchestre/essai/diapos/');
  });
});
