import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { loadCourse } from '../course/load.ts';
import type { Course } from '../course/types.ts';
import { typeset } from '../typography/typeset.ts';
import { anchorOf } from './anchors.ts';
import { commandIndexOf } from './command-index.ts';
import { escapeHtml } from './escape-html.ts';
import { glossaryOf } from './glossary.ts';

/** Where the index stands in the built site. */
const FOLDER = 'pagefind';

/** Parts of a page that lead elsewhere, or say the same in every box. */
const EXCLUDED = [
  '.toc-inline',
  '.lesson-head > :not(h1, .lead)',
  '.objectives',
  '.prepare',
  '.bar',
  '.foot',
  '.wait',
  '.output summary',
  '.whole',
  '.cluster',
  '.script',
  'figcaption',
  '.finish',
  '.neighbours',
];

/** What pagefind brings for its own look, which is not ours, and for languages that the course is not written in. */
const UNUSED = /-ui\.(?:js|css)$|^pagefind-highlight\.js$|^wasm\.unknown\./;

/** One entry of a list of the site, which has no heading that pagefind could lead to. */
interface SearchRecord {
  /** Under the site's root. */
  readonly path: string;
  readonly title: string;
  /** What it is an entry of. */
  readonly place: string;
  readonly text: string;
}

/** Makes what the search looks into, behind the build: each slide of each lesson, each word explained, each command. */
export function searchIndex(root: string): AstroIntegration {
  return {
    name: 'orchestre-recherche',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const { index } = succeeded(await pagefind.createIndex({ excludeSelectors: EXCLUDED, forceLanguage: 'fr' }));
        if (index === undefined) throw new Error('pagefind n’a pas fait d’index');
        const course = await loadCourse(root);
        for (const { path, place } of pagesOf(course)) {
          const html = await readFile(join(folder, path, 'index.html'), 'utf8');
          succeeded(await index.addHTMLFile({ url: `/${path}`, content: placed(html, place) }));
        }
        for (const { path, title, place, text } of recordsOf(course)) {
          const content = `${title}. ${text}`;
          succeeded(await index.addCustomRecord({ url: `/${path}`, content, language: 'fr', meta: { title, place } }));
        }
        for (const { path, content } of succeeded(await index.getFiles()).files) {
          if (UNUSED.test(path)) continue;
          const file = join(folder, FOLDER, path);
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, content);
        }
        await pagefind.close();
      },
    },
  };
}

function succeeded<T extends { readonly errors: readonly string[] }>(response: T): T {
  if (response.errors.length > 0) throw new Error(`pagefind : ${response.errors.join(' ; ')}`);
  return response;
}

function pagesOf({ lessons }: Course): { path: string; place: string }[] {
  const pages = lessons.map(({ slug, number, meta }) => ({
    path: `${slug}/`,
    place: typeset(`Leçon ${number} : ${meta.titre}`),
  }));
  return [...pages, { path: 'preparer/', place: 'Préparer' }];
}

/** Tells pagefind in its own words what to read and what to call it; the published page bears none of them. */
function placed(html: string, place: string): string {
  return html.replace('<main ', `<main data-pagefind-body data-pagefind-meta="place:${escapeHtml(place)}" `);
}

/** @returns the glossary's entries and those of the index of commands */
function recordsOf(course: Course): SearchRecord[] {
  const words = glossaryOf(course).map(({ id, term, synonyms, text }) => ({
    path: `glossaire/#${id}`,
    title: term,
    place: 'Glossaire',
    text: [...synonyms, text].join('. '),
  }));
  const { tools, kinds } = commandIndexOf(course);
  const commands = [...tools.flatMap(({ entries }) => entries), ...kinds].map(({ name, places }) => ({
    path: `commandes/#commande-${anchorOf(name)}`,
    title: name,
    place: 'Index des commandes',
    text: [...new Set(places.map(({ title }) => title))].join('. '),
  }));
  return [...words, ...commands];
}
