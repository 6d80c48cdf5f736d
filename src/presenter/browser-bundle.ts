import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { BRIDGE_PATH } from './protocol.ts';

const BROWSER = join(import.meta.dirname, 'browser');

/**
 * Bundles what the bridge adds to a deck, in memory.
 * @returns the files by the path that they are served at
 */
export async function browserBundle(): Promise<Map<string, string>> {
  const [early, live, css] = await Promise.all([
    bundled('early', 'iife'),
    bundled('live', 'es'),
    readFile(join(BROWSER, 'live.css'), 'utf8'),
  ]);
  return new Map([
    [`${BRIDGE_PATH}/early.js`, early],
    [`${BRIDGE_PATH}/live.js`, live],
    [`${BRIDGE_PATH}/live.css`, css],
  ]);
}

async function bundled(name: string, format: 'iife' | 'es'): Promise<string> {
  const built = await build({
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(BROWSER, `${name}.ts`),
        output: { format, codeSplitting: false },
      },
    },
  });
  const chunks = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  const entry = chunks.find((each) => each.type === 'chunk' && each.isEntry);
  if (entry?.type !== 'chunk') throw new Error(`vite made nothing of ${name}.ts`);
  return entry.code;
}
