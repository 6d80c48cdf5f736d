import { expect, test } from 'vitest';
import { requireBrowser } from '../require.ts';
import { openDeck, openPage } from './browser.ts';
import { useSample } from './sample.ts';

const suite = await requireBrowser();
const SLIDES = 11;

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

suite('impression', () => {
  const site = useSample();

  test.each(['', '?print-pdf', '#/une-erreur-lue-ensemble'])(
    'a deck under a dark system prints one slide a page, whatever its address: %s',
    async (address) => {
      const { page, mishaps } = await openPage(site.browser, { colorScheme: 'dark' });
      await openDeck(page, `${site.url}essai/diapos/${address}`);
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))).toBe(SLIDES);
      expect(mishaps).toEqual([]);
    },
  );

  test('nothing is cut: each answer is shown, and what scrolls on a screen has its place on the page', async () => {
    const { page } = await openPage(site.browser, { colorScheme: 'dark' });
    await openDeck(page, `${site.url}essai/diapos/`);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.slides :is(.snippet, .code, .command, .output, .body)')].flatMap(
        (it) => {
          const { bottom, right } = it.getBoundingClientRect();
          const slide = it.closest('section')?.getBoundingClientRect();
          const inside = slide !== undefined && bottom <= slide.bottom + 1 && right <= slide.right + 1;
          const whole = it.scrollHeight <= it.clientHeight + 1 && it.scrollWidth <= it.clientWidth + 1;
          return inside && whole && it.checkVisibility({ visibilityProperty: true, opacityProperty: true })
            ? []
            : [it.outerHTML.slice(0, 200)];
        },
      ),
    );
    expect(cut).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(253, 252, 249)');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('.slides > section:visible').count()).toBeLessThan(SLIDES);
  });

  test('without scripts a deck prints all its slides', async () => {
    const { page } = await openPage(site.browser, { javaScriptEnabled: false });
    await page.goto(`${site.url}essai/diapos/`);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBeGreaterThanOrEqual(SLIDES);
  });
});
