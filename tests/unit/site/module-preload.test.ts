import { expect, test } from 'vitest';
import { scriptsOf, withPreloads } from '../../../src/site/module-preload.ts';

test('a page’s modules are announced in its head, under the site’s base; other scripts are left alone', () => {
  const html = '<head></head><script type="module" src="/o/_astro/a.js"></script><script src="/o/b.js"></script>';
  expect(scriptsOf(html, '/o/')).toEqual(['_astro/a.js']);
  expect(withPreloads(html, ['_astro/a.js', '_astro/c.js'], '/o/')).toContain(
    '<head><link rel="modulepreload" href="/o/_astro/a.js"><link rel="modulepreload" href="/o/_astro/c.js"></head>',
  );
});
