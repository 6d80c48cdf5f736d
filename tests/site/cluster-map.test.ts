import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { requireBrowser } from '../require.ts';
import { openPage } from './browser.ts';
import { useSample } from './sample.ts';

const suite = await requireBrowser();
/** Milliseconds for a browser on a busy machine. */
const SOON = { timeout: 15_000 };

suite('le cluster dessiné', () => {
  const site = useSample();

  async function openLesson(options: BrowserContextOptions = {}) {
    const { page, mishaps } = await openPage(site.browser, options);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.goto(`${site.url}essai/`, { waitUntil: 'networkidle' });
    return { page, mishaps, clusterFiles: () => fetched.filter((path) => path.includes('/cluster')) };
  }

  const open = (page: Page, id = 's1') => page.locator(`#extrait-${id} details.cluster > summary`).click();
  const states = (page: Page, id = 's1') => page.locator(`#extrait-${id} .cm-pod .cm-state`).allTextContents();
  const control = (page: Page, name: string) => page.locator(`#extrait-s1 [data-stage='${name}']`);

  test('it is fetched when it is opened, and shows what there is after the command, in a drawing and in words', async () => {
    const { page, mishaps, clusterFiles } = await openLesson();
    expect(clusterFiles()).toEqual([]);
    await open(page);
    await expect.poll(() => states(page), SOON).toEqual(['Running', 'Running', 'Running']);
    expect(clusterFiles().filter((path) => path.endsWith('.json'))).toEqual(['/essai/cluster.json']);
    const words = await page.locator('#extrait-s1 svg.cm').getAttribute('aria-label');
    expect(words?.replaceAll('\u00A0', ' ')).toContain('nœud orchestre-control-plane : 3 Pods prêts');
    await page.locator('.solution > summary').click();
    await open(page, 's6');
    await expect.poll(async () => (await states(page, 's6')).length, SOON).toBe(5);
    expect(mishaps).toEqual([]);
  });

  test('a command that changed nothing has no such box', async () => {
    const { page } = await openLesson();
    await expect.poll(() => page.locator('details.cluster').count(), SOON).toBe(2);
    expect(await page.locator('#extrait-s3 .cluster').count()).toBe(0);
  });

  test('a step back shows the cluster and the output as they were; folding it gives all back', async () => {
    const { page } = await openLesson();
    const output = page.locator('#extrait-s1 .output');
    const whole = await output.textContent();
    await open(page);
    await control(page, 'back').click();
    expect(await states(page)).toContain('ContainerCreating');
    for (let step = 0; step < 10 && (await control(page, 'back').isEnabled()); step += 1)
      await control(page, 'back').click();
    expect(await states(page)).toEqual([]);
    expect((await output.textContent())?.trim()).toBe('');
    expect(await page.locator('#extrait-s1 .stage-clock').textContent()).toMatch(/^avant la commande/);
    await open(page);
    // A box tells that it was folded some time after the click.
    await expect.poll(() => output.textContent(), SOON).toBe(whole);
  });

  test('« revoir » opens it and plays both to their end', async () => {
    const { page } = await openLesson();
    const box = page.locator('#extrait-s1');
    const text = () => box.locator(':scope > .code, .output').allTextContents();
    const whole = await text();
    await box.locator('[data-replay]').click();
    await expect.poll(() => states(page), SOON).toEqual([]);
    expect(await text()).not.toEqual(whole);
    await control(page, 'fast').click();
    await expect.poll(() => states(page), { timeout: 20_000 }).toEqual(['Running', 'Running', 'Running']);
    await expect.poll(text, { timeout: 20_000 }).toEqual(whole);
  });

  test('Escape ends it at once, and another replay too', async () => {
    const { page } = await openLesson();
    const code = () => page.locator('#extrait-s1 .output').textContent();
    const whole = await code();
    const replay = page.locator('#extrait-s1 [data-replay]');
    await replay.click();
    await expect.poll(code, SOON).not.toBe(whole);
    await page.keyboard.press('Escape');
    expect(await code()).toBe(whole);
    await replay.click();
    await expect.poll(code, SOON).not.toBe(whole);
    await page.locator('#extrait-s3 [data-replay]').click();
    expect(await code()).toBe(whole);
  });

  test('who asked for less motion steps from state to state', async () => {
    const { page } = await openLesson({ reducedMotion: 'reduce' });
    await page.locator('#extrait-s1 [data-replay]').click();
    await expect.poll(() => states(page), SOON).toEqual([]);
    expect(await control(page, 'play').isVisible()).toBe(false);
    await page.waitForTimeout(400);
    expect(await states(page)).toEqual([]);
    for (let step = 0; step < 10 && (await control(page, 'on').isEnabled()); step += 1)
      await control(page, 'on').click();
    expect(await states(page)).toEqual(['Running', 'Running', 'Running']);
  });

  test('without scripts it is a link to a picture with its text, fetched when it is followed', async () => {
    const { page, clusterFiles } = await openLesson({ javaScriptEnabled: false });
    expect(clusterFiles()).toEqual([]);
    await page.locator('#extrait-s1 a.cluster').click();
    await expect.poll(() => page.locator('svg.cm').getAttribute('aria-label'), SOON).toContain('3/3 prêts');
    expect(clusterFiles()).toEqual(['/essai/cluster/s1.svg']);
  });

  test('it fits a telephone', async () => {
    const { page } = await openLesson({ viewport: { width: 390, height: 800 } });
    await open(page);
    await expect.poll(async () => (await states(page)).length, SOON).toBe(3);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const width = await page.locator('#extrait-s1 svg.cm').evaluate((svg) => Number(svg.getAttribute('width')));
    expect(width).toBeLessThanOrEqual(358);
  });
});
