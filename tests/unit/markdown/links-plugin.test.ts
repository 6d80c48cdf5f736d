import { expect, test } from 'vitest';
import { absoluteLink } from '../../../src/markdown/links-plugin.ts';
import { render } from './render.ts';

test.each([
  ['../pods/#phases', '/orchestre/pods/#phases'],
  ['/pods/', '/orchestre/pods/'],
  ['fichiers/web.yaml', '/orchestre/essai/fichiers/web.yaml'],
])('%s becomes %s under the base path', (url, expected) => {
  expect(absoluteLink(url, { base: '/orchestre/', slug: 'essai' })).toBe(expected);
});

test('links to other sites and into the lesson stay as written', async () => {
  const { code } = await render('[a](https://kubernetes.io/docs/?x=1) [b](#retenir) [c](mailto:x@y.fr)\n');
  for (const kept of ['https://kubernetes.io/docs/?x=1', '#retenir', 'mailto:x@y.fr'])
    expect(code).toContain(`"${kept}"`);
});
