import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { closure, importsOf } from './module-imports.ts';

/**
 * Tells the browser in each page's head which modules it will need: it would find the imports of a script only after it
 * had fetched the script, one round trip later.
 */
export function modulePreload(): AstroIntegration {
  let base = '/';
  return {
    name: 'orchestre-module-preload',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const imports = new Map<string, Promise<string[]>>();
        const read = (path: string): Promise<string[]> => {
          const known = imports.get(path) ?? importsOf(folder, path);
          imports.set(path, known);
          return known;
        };
        for await (const file of glob('**/*.html', { cwd: folder })) {
          const path = join(folder, file);
          const html = await readFile(path, 'utf8');
          const modules = await closure(scriptsOf(html, base), read);
          if (modules.length > 0) await writeFile(path, withPreloads(html, modules, base));
        }
      },
    },
  };
}

/** @returns the paths under the base of the modules that a page loads */
export function scriptsOf(html: string, base: string): string[] {
  return [...html.matchAll(/<script type="module" src="([^"]+)"/g)].flatMap(([, src = '']) =>
    src.startsWith(base) ? [src.slice(base.length)] : [],
  );
}

/** @returns the page with its modules announced, in the order in which they are needed */
export function withPreloads(html: string, modules: readonly string[], base: string): string {
  const links = modules.map((path) => `<link rel="modulepreload" href="${base}${path}">`).join('');
  return html.replace(/<\/head>/, () => `${links}</head>`);
}
