import { existsSync } from 'node:fs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** No browser to draw with. */
export class NoBrowserError extends Error {
  override readonly name = 'NoBrowserError';
}

/**
 * @param environment where `CHROMIUM` may name another browser
 * @throws NoBrowserError where there is none, saying how to get one
 */
export function findChromium(environment: NodeJS.ProcessEnv): string {
  const asked = environment['CHROMIUM'];
  const found = (asked === undefined ? USUAL_PLACES : [asked]).find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new NoBrowserError(
    asked === undefined
      ? 'aucun Chromium sur cette machine : les schémas sont dessinés par un navigateur.\n→ installez-le (`sudo apt-get install chromium`) ou donnez son chemin dans CHROMIUM'
      : `CHROMIUM désigne ${asked}, qui n’existe pas.\n→ corrigez ce chemin ou retirez la variable`,
  );
}
