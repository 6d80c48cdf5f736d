import type { BrowserContextOptions } from 'playwright-core';
import { expect, test } from 'vitest';
import { requireBrowser } from '../require.ts';
import { openDeck, openPage } from './browser.ts';
import { useSample } from './sample.ts';

const suite = await requireBrowser();

suite('revoir', () => {
  const site = useSample();

  async function openSnippet(options: BrowserContextOptions = {}) {
    const { page } = await openPage(site.browser, options);
    // The code that replays comes when the page is there.
    await page.goto(`${site.url}essai/`, { waitUntil: 'networkidle' });
    const snippet = page.locator('#extrait-s3');
    const text = () => snippet.evaluate((box) => box.textContent);
    const whole = await text();
    return { page, snippet, text, whole, button: snippet.locator('[data-replay]') };
  }

  test('the command is typed, then its output comes, and at the end all is as it was', async () => {
    const { page, snippet, text, whole, button } = await openSnippet();
    const height = () => snippet.evaluate((box) => box.getBoundingClientRect().height);
    const before = await height();
    await button.click();
    await page.waitForTimeout(300);
    expect(await text()).toMatch(/kubectl get/);
    expect(await text()).not.toContain('NotFound');
    expect(await height()).toBe(before);
    await expect.poll(text, { timeout: 10_000 }).toBe(whole);
    await expect.poll(() => snippet.evaluate((box) => box.classList.contains('replaying'))).toBe(false);
  });

  test.each(['Escape', 'click'])('%s shows the rest at once', async (how) => {
    const { page, snippet, text, whole, button } = await openSnippet();
    await button.click();
    await page.waitForTimeout(150);
    expect(await text()).not.toBe(whole);
    if (how === 'click') await snippet.locator('.code').click();
    else await page.keyboard.press(how);
    expect(await text()).toBe(whole);
  });

  test('who asked for less motion sees no motion', async () => {
    const { text, whole, button } = await openSnippet({ reducedMotion: 'reduce' });
    await button.click();
    expect(await text()).toBe(whole);
  });

  test('another replay ends the first', async () => {
    const { page, text, whole, button } = await openSnippet();
    await button.click();
    await page.locator('#extrait-s2 [data-replay]').click();
    expect(await text()).toBe(whole);
  });

  test('in a deck r replays the slide’s command, and Escape ends that before it opens the overview', async () => {
    const { page } = await openPage(site.browser);
    await openDeck(page, `${site.url}essai/diapos/#/une-erreur-lue-ensemble`);
    const output = page.locator('section.present .output').first();
    expect(await output.isVisible()).toBe(false);
    await page.keyboard.press('r');
    await expect.poll(() => output.isVisible()).toBe(true);
    expect(await output.innerText()).not.toContain('NotFound');
    await page.keyboard.press('Escape');
    expect(await output.innerText()).toContain('NotFound');
    expect(await page.locator('.reveal.overview').count()).toBe(0);
  });
});
