import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { lessonProcessor } from './src/markdown/processor.ts';
import { course } from './src/site/integration.ts';

const here = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const { ORCHESTRE_SITE, ORCHESTRE_BASE, ORCHESTRE_COURS, ORCHESTRE_PREUVES } = process.env;
const base = ORCHESTRE_BASE ?? '/';

export default defineConfig({
  site: ORCHESTRE_SITE ?? 'http://localhost:4321',
  base,
  integrations: [
    course({
      root: resolve(here, ORCHESTRE_COURS ?? '.'),
      dir: ORCHESTRE_PREUVES && resolve(here, ORCHESTRE_PREUVES),
    }),
    mdx({ optimize: true }),
    sitemap(),
  ],
  markdown: { processor: lessonProcessor({ base }), syntaxHighlight: false },
  devToolbar: { enabled: false },
});
