/**
 * What some tests need and not every machine has. `ORCHESTRE_EXIGE=grappe,navigateur` makes an absence a failure, as in
 * CI; elsewhere these tests are skipped and say why.
 */
import { access } from 'node:fs/promises';
import { describe, test } from 'vitest';
import { requireTools } from '../src/lab/kind/require.ts';
import { courseSettings } from './cluster/settings.ts';

/** Debian's; playwright-core brings none. */
export const CHROMIUM = '/usr/bin/chromium';

type Need = 'grappe' | 'navigateur';

/** Like vitest's `describe`, but skips or fails all of it when what it needs is absent. */
export type Suite = (title: string, body: () => void) => void;

/** `const suite = await requireCluster()`, then `suite('…', () => { … })`. */
export async function requireCluster(): Promise<Suite> {
  const settings = await courseSettings();
  return suiteFor('grappe', () => requireTools(settings));
}

/** The same for tests that drive a browser. */
export function requireBrowser(): Promise<Suite> {
  return suiteFor('navigateur', () => access(CHROMIUM));
}

/** Exported for its own test. */
export async function suiteFor(need: Need, find: () => Promise<unknown>, env = process.env): Promise<Suite> {
  const reason = await find().then(
    () => undefined,
    (error: Error) => error.message,
  );
  if (reason === undefined) return (title, body) => void describe(title, body);
  const demanded = (env['ORCHESTRE_EXIGE'] ?? '').split(',').map((each) => each.trim());
  if (demanded.includes(need)) {
    return (title) => void test(title, () => Promise.reject(new Error(`ORCHESTRE_EXIGE=${need}\u00a0: ${reason}`)));
  }
  return (title) =>
    void test(title, (context) =>
      context.skip(`il manque «\u00a0${need}\u00a0»\u00a0: ${reason.split('\n').slice(0, 2).join('')}`),
    );
}
