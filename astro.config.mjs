import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { lessonProcessor } from './src/markdown/processor.ts';
import { loadCourse } from './src/course/load.ts';
import { course } from './src/site/integration.ts';
import { modulePreload } from './src/site/module-preload.ts';
import { searchIndex } from './src/site/search-index.ts';
import { termsBefore } from './src/site/terms.ts';

const here = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const { ORCHESTRE_SITE, ORCHESTRE_BASE, ORCHESTRE_COURS, ORCHESTRE_PREUVES, ORCHESTRE_PDF } = process.env;
const base = ORCHESTRE_BASE ?? '/';
const root = resolve(here, ORCHESTRE_COURS ?? '.');
// What is wrong with the course is said where the build begins.
const loaded = await loadCourse(root).catch(() => undefined);
const termsOf = (lesson) => (loaded === undefined ? [] : termsBefore(loaded, lesson));

export default defineConfig({
  site: ORCHESTRE_SITE ?? 'http://localhost:4321',
  base,
  integrations: [
    course({
      root,
      dir: ORCHESTRE_PREUVES && resolve(here, ORCHESTRE_PREUVES),
      pdf: ORCHESTRE_PDF === 'oui',
    }),
    mdx({ optimize: true }),
    sitemap(),
    modulePreload(),
    searchIndex(root),
  ],
  markdown: { processor: lessonProcessor({ base, termsOf }), syntaxHighlight: false },
  devToolbar: { enabled: false },
  vite: { worker: { format: 'es' } },
  // A stylesheet apart, however small, costs the first view a round trip.
  build: { inlineStylesheets: 'always' },
});
