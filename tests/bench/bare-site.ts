import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchProject } from './project.ts';

const CONFIG = `import mdx from '@astrojs/mdx';
export default { integrations: [mdx()], devToolbar: { enabled: false } };
`;

const PAGE = `---
const { frontmatter } = Astro.props;
---
<html lang="fr"><head><meta charset="utf-8" /><title>{frontmatter.title}</title></head><body><main><slot /></main></body></html>
`;

const DECK = `---
import 'reveal.js/reveal.css';
const { frontmatter } = Astro.props;
---
<html lang="fr"><head><meta charset="utf-8" /><title>{frontmatter.title}</title></head>
<body><div class="reveal"><div class="slides"><slot /></div></div>
<script>import Reveal from 'reveal.js'; new Reveal().initialize();</script></body></html>
`;

/**
 * What an author would make with Astro and reveal.js alone: each lesson once as a page, once as a deck.
 * @param lessons bodies by name, slides separated by `---`
 * @param modules the folder whose node_modules it uses, absolute
 */
export async function makeBareSite(lessons: Readonly<Record<string, string>>, modules: string): Promise<BenchProject> {
  const root = await mkdtemp(join(tmpdir(), 'orchestre-nu-'));
  const write = (path: string, text: string): Promise<void> => writeFile(join(root, path), text);
  await mkdir(join(root, 'src/layouts'), { recursive: true });
  await mkdir(join(root, 'src/pages/deck'), { recursive: true });
  await symlink(join(modules, 'node_modules'), join(root, 'node_modules'));
  await write('package.json', '{ "type": "module" }');
  await write('astro.config.mjs', CONFIG);
  await write('src/layouts/Page.astro', PAGE);
  await write('src/layouts/Deck.astro', DECK);
  for (const [name, authored] of Object.entries(lessons)) {
    const body = authored.replaceAll('```output', '```text');
    const slides = body.split(/^---$/m).map((slide) => `<section>\n\n${slide.trim()}\n\n</section>`);
    await write(`src/pages/${name}.mdx`, `---\nlayout: ../layouts/Page.astro\ntitle: Mesure\n---\n\n${body}\n`);
    await write(
      `src/pages/deck/${name}.mdx`,
      `---\nlayout: ../../layouts/Deck.astro\ntitle: Mesure\n---\n\n${slides.join('\n\n')}\n`,
    );
  }
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
