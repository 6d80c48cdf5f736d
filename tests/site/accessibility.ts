import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * @param part CSS selector: only what stands in it is looked at, for a page whose other parts were looked at before
 * @returns axe's violations on what the page shows, its later scripts included, one line each
 */
export async function violations(page: Page, part?: string): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return page.evaluate(async (part) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(part === undefined ? document : { include: [part] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id} : ${html.slice(0, 160)} ${failureSummary}`),
    );
  }, part);
}
