import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { loadCourse } from '../course/load.ts';
import type { StoreOptions } from '../proof/store.ts';
import { loadProof } from '../proof/proofs.ts';
import { refusalOf } from './refusal.ts';
import { revealCss } from './reveal-css.ts';
import { revealFrench } from './reveal-french.ts';

const VIRTUAL = 'virtual:orchestre';

export interface CourseOptions extends StoreOptions {
  /** The folder that holds `content/`, absolute. */
  readonly root: string;
  /** Files made by `npm run pdf -- --dossier=dist/pdf` stand beside the site: each lesson offers its own. */
  readonly pdf?: boolean;
}

/**
 * Gives the site its course, and lets no build begin that shows what was not run.
 * The build throws the refusal, in French, naming each snippet at `file:line`.
 */
export function course(options: CourseOptions): AstroIntegration {
  return {
    name: 'orchestre',
    hooks: {
      'astro:config:setup': ({ config, updateConfig, addWatchFile }) => {
        addWatchFile(pathToFileURL(`${options.root}/content/cours.yaml`));
        updateConfig({ vite: { plugins: [courseModule(options, config.base), revealCss(), revealFrench()] } });
      },
      'astro:build:start': async ({ logger }) => {
        const loaded = await loadCourse(options.root);
        const proofs = await Promise.all(
          loaded.lessons.map(async (lesson) => [lesson.slug, await loadProof(loaded, lesson, options)] as const),
        );
        for (const [slug, { eventsProblem }] of proofs) {
          if (eventsProblem !== undefined) logger.warn(`${slug} : le cluster ne sera pas dessiné, ${eventsProblem}`);
        }
        const refusal = refusalOf(loaded, new Map(proofs));
        // Where in our code it is thrown helps nobody who wrote a lesson.
        if (refusal !== undefined) throw Object.assign(new Error(refusal), { stack: refusal });
      },
    },
  };
}

/** `virtual:orchestre`: where the course is, and its compiled lessons. */
function courseModule(options: CourseOptions, base: string): Plugin {
  return {
    name: 'orchestre-cours',
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : undefined),
    async load(id) {
      if (id !== `\0${VIRTUAL}`) return undefined;
      const { lessons } = await loadCourse(options.root);
      const entries = lessons.map(({ slug, file }) => {
        const path = `${options.root}/${file}`.replaceAll('\\', '/');
        return `${JSON.stringify(slug)}: () => import(${JSON.stringify(path)})`;
      });
      return [
        `export const options = ${JSON.stringify(options)};`,
        `export const base = ${JSON.stringify(base)};`,
        `export const contents = {${entries.join(', ')}};`,
      ].join('\n');
    },
  };
}
