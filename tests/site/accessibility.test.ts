import { expect, test } from 'vitest';
import { requireBrowser } from '../require.ts';
import { violations } from './accessibility.ts';
import { openDeck, openPage, slidesOf } from './browser.ts';
import { SAMPLE_PAGES, useSample } from './sample.ts';

const suite = await requireBrowser();

suite('accessibilité', () => {
  const site = useSample();

  const pages = [...SAMPLE_PAGES, 'absente/'];
  test.each(pages.flatMap((path) => (['light', 'dark'] as const).map((theme) => [path, theme] as const)))(
    'axe finds nothing on /%s in %s',
    async (path, colorScheme) => {
      const { page } = await openPage(site.browser, { colorScheme });
      await page.goto(`${site.url}${path}`);
      await page
        .locator('details')
        .evaluateAll((all) => all.forEach((each) => ((each as HTMLDetailsElement).open = true)));
      expect(await violations(page)).toEqual([]);
    },
  );

  test.each(['light', 'dark'] as const)('axe finds nothing on any slide in %s', async (colorScheme) => {
    const { page } = await openPage(site.browser, { colorScheme });
    await openDeck(page, `${site.url}essai/diapos/`);
    for await (const id of slidesOf(page)) expect(await violations(page), id).toEqual([]);
  });

  test('without JavaScript everything can be read: hidden lines, solutions, all slides one under the other', async () => {
    const { page } = await openPage(site.browser, { javaScriptEnabled: false });
    await page.goto(`${site.url}essai/`);
    const fold = page.locator('.output details:has(pre)').first();
    await fold.locator('summary').click();
    expect(await fold.locator('pre').isVisible()).toBe(true);
    expect(await page.locator('.bar button').count()).toBe(0);
    await page.goto(`${site.url}essai/diapos/`);
    const tops = await page
      .locator('.slides > section')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect()));
    for (const [index, { top, height }] of tops.entries()) {
      expect(height).toBeGreaterThan(100);
      expect(top).toBeGreaterThanOrEqual(tops[index - 1]?.bottom ?? 0);
    }
    expect(await page.getByText('Il faut quelqu’un qui').isVisible()).toBe(true);
    expect(await page.getByText('Demander à la salle').isVisible()).toBe(false);
  });

  test('the keyboard reaches the content first, then everything that acts', async () => {
    const { page } = await openPage(site.browser);
    await page.goto(`${site.url}essai/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    // The browser tells of a new address some time after the key.
    await expect.poll(() => new URL(page.url()).hash).toBe('#contenu');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  test('a narrow screen scrolls in one direction only', async () => {
    const { page } = await openPage(site.browser, { viewport: { width: 320, height: 640 } });
    for (const path of pages) {
      await page.goto(`${site.url}${path}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
    }
  });
});
