import { expect, test } from 'vitest';
import { highlight } from '../../../src/site/highlight.ts';

const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

test.each([
  ['bash', 'for i in 1 2; do\n  echo "$i" <a >b && true\ndone # fin'],
  ['yaml', 'kind: Pod # un Pod\nspec: { replicas: 3 }'],
  ['langue-inconnue', 'a < b'],
])('highlighting %s loses no character', async (language, code) => {
  expect(textOf(await highlight(code, language))).toBe(`${code}\n`);
});

test('it marks tokens with classes and writes no inline style', async () => {
  const html = await highlight('replicas: 3 # trois', 'yaml');
  expect(html).toContain('<span class="k">replicas</span>');
  expect(html).toContain('<span class="c"># trois</span>');
  expect(html).not.toContain('style=');
});

test('each line is an element, for decks that point at lines', async () => {
  expect((await highlight('a\nb\nc', 'bash')).match(/class="l"/g)).toHaveLength(3);
});
