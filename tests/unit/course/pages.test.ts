import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SITE_PAGES } from '../../../src/course/pages.ts';

test('the site’s own pages are those that are made, but for the one that says that an address has none', () => {
  const made = globSync('*.astro', { cwd: 'src/pages' }).map((file) => file.replace(/\.astro$/, '/'));
  const pages = made.filter((page) => page !== '404/').map((page) => (page === 'index/' ? '' : page));
  expect([...SITE_PAGES].sort()).toEqual(pages.sort());
});
