import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { requireBrowser } from '../require.ts';
import { violations } from './accessibility.ts';
import { openDeck, openPage } from './browser.ts';
import { useSample } from './sample.ts';

const suite = await requireBrowser();
/** Milliseconds for a browser on a busy machine. */
const SOON = { timeout: 15_000 };
/** A manifest that is applied: three Pods come. */
const APPLIED = 'demander-trois-conteneurs';
/** An exercise's solution, marked `cluster-map`. */
const MARKED = 'passer-a-cinq-solution';

suite('le cluster dessiné sur une diapositive', () => {
  const site = useSample();

  async function openSlide(slide: string, options: BrowserContextOptions = {}) {
    const { page, mishaps } = await openPage(site.browser, options);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await openDeck(page, `${site.url}essai/diapos/#/${slide}`);
    await page.waitForLoadState('networkidle');
    return { page, mishaps, fetched, clusterFiles: () => fetched.filter((path) => path.includes('cluster')) };
  }

  const map = (page: Page) => page.locator('section.present .map');
  const states = (page: Page) => map(page).locator('.cm-pod .cm-state').allTextContents();
  const control = (page: Page, name: string) => map(page).locator(`[data-stage='${name}']`);
  const clock = (page: Page) => map(page).locator('.stage-clock').textContent();
  const RUNNING = ['Running', 'Running', 'Running'];

  test('C draws it beside the snippet, in a drawing and in words; nothing of it comes before', async () => {
    const { page, mishaps, fetched, clusterFiles } = await openSlide(APPLIED);
    const before = [...fetched];
    expect(clusterFiles()).toEqual([]);
    await page.keyboard.press('c');
    await expect.poll(() => clock(page), SOON).toMatch(/^avant la commande/);
    expect(fetched.slice(before.length).filter((path) => path.endsWith('.json'))).toEqual(['/essai/cluster.json']);
    expect(await states(page)).toEqual([]);
    const words = await map(page).locator('svg.cm').getAttribute('aria-label');
    expect(words?.replaceAll('\u00A0', ' ')).toContain('nœud orchestre-control-plane : aucun Pod');
    const [body, panel] = await Promise.all(
      ['section.present .snippet', 'section.present .map'].map((each) => page.locator(each).boundingBox()),
    );
    expect((body?.x ?? 0) + (body?.width ?? 0)).toBeLessThan(panel?.x ?? 0);
    await page.keyboard.press('c');
    expect(await map(page).count()).toBe(0);
    expect(await page.locator('section.mapped').count()).toBe(0);
    expect(mishaps).toEqual([]);
  });

  test('the key that shows the output plays what came of it, on the run’s clock; Escape ends that, then closes', async () => {
    const { page } = await openSlide(APPLIED);
    await page.keyboard.press('c');
    await expect.poll(() => clock(page), SOON).toMatch(/^avant la commande/);
    const answer = page.locator('section.present .answer');
    for (let key = 0; key < 5 && !(await answer.isVisible()); key += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await states(page)).length, SOON).toBe(3);
    await page.keyboard.press('Escape');
    expect(await states(page)).toEqual(RUNNING);
    expect((await answer.textContent())?.trim()).toBe('deployment.apps/whoami created');
    await page.keyboard.press('Escape');
    expect(await map(page).count()).toBe(0);
    expect(await page.locator('.reveal.overview').count()).toBe(0);
    await page.keyboard.press('c');
    await expect.poll(() => states(page), SOON).toEqual(RUNNING);
    expect(await clock(page)).toMatch(/^après la commande/);
  });

  test('R replays command and cluster together', async () => {
    const { page } = await openSlide(APPLIED);
    await page.keyboard.press('c');
    await expect.poll(() => map(page).count(), SOON).toBe(1);
    await page.keyboard.press('r');
    await expect.poll(() => states(page), SOON).toEqual([]);
    await control(page, 'fast').click();
    await expect.poll(() => states(page), { timeout: 20_000 }).toEqual(RUNNING);
  });

  test('cluster-map opens it when its slide is reached; who closed it is not asked again', async () => {
    const { page, clusterFiles } = await openSlide('passer-a-cinq');
    expect(clusterFiles()).toEqual([]);
    const marked = page.locator(`#${MARKED}.present`);
    for (let key = 0; key < 9 && (await marked.count()) === 0; key += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(() => states(page), SOON).toEqual(RUNNING);
    expect(await page.locator('#extrait-s6 .answer').isVisible()).toBe(false);
    await map(page).locator('.map-close').click();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => marked.count(), SOON).toBe(1);
    await page.waitForTimeout(300);
    expect(await map(page).count()).toBe(0);
  });

  test('where nothing was changed C says so', async () => {
    const { page } = await openSlide('deux-champs');
    await page.keyboard.press('c');
    await expect.poll(() => page.locator('.map-status').textContent(), SOON).toMatch(/^Aucune commande/);
    expect(await page.locator('section.mapped').count()).toBe(0);
  });

  test('who asked for less motion sees states', async () => {
    const { page } = await openSlide(MARKED, { reducedMotion: 'reduce' });
    await expect.poll(() => states(page), SOON).toEqual(RUNNING);
    expect(await control(page, 'play').isVisible()).toBe(false);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => states(page), SOON).toEqual([...RUNNING, 'Running', 'Running']);
  });

  test('the focus stays; leaving with the drawing it goes to the snippet', async () => {
    const { page } = await openSlide(APPLIED);
    const focused = () => page.evaluate(() => document.activeElement?.className);
    const before = await focused();
    await page.keyboard.press('c');
    await expect.poll(() => map(page).count(), SOON).toBe(1);
    expect(await focused()).toBe(before);
    await map(page).locator('.map-close').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.closest('.snippet')?.id)).toBe('extrait-s1');
  });

  test('it is not printed', async () => {
    const { page } = await openSlide(MARKED);
    await expect.poll(() => map(page).count(), SOON).toBe(1);
    const width = () => page.locator('#extrait-s6').evaluate((box) => (box as HTMLElement).offsetWidth);
    const narrow = await width();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await map(page).isVisible()).toBe(false);
    expect(await width()).toBeGreaterThan(narrow);
  });

  test('beside a live run it is the cluster as it is, in all its changes; R’s recording has its own back', async () => {
    const { page } = await openSlide(APPLIED);
    // What the bridge does, which this deck has not.
    const happens = (live: boolean, state: string) =>
      page.evaluate(
        ([live, state]) => {
          document.querySelector('#extrait-s1')?.classList.toggle('is-live', live);
          const object = { kind: 'Pod', name: 'autre', node: 'n', state, ready: state === 'Running', restarts: 0 };
          const node = { kind: 'Node', name: 'n', ready: true, schedulable: true };
          const detail = [node, object].map((each) => ({ at: 0, object: each }));
          document.addEventListener('orchestre-cluster-voulu', () =>
            document.dispatchEvent(new CustomEvent('orchestre-cluster', { detail })),
          );
          document.dispatchEvent(new CustomEvent('orchestre-cluster', { detail }));
        },
        [live, state] as const,
      );
    await happens(true, 'Pending');
    await page.keyboard.press('c');
    await expect.poll(() => states(page), SOON).toEqual(['Pending']);
    expect(await map(page).locator('.stage-live').textContent()).toContain('en direct · 1\u00A0Pod');
    expect(await violations(page, '.map')).toEqual([]);
    await happens(true, 'Running');
    expect(await states(page)).toEqual(['Running']);
    await happens(false, 'Running');
    await expect.poll(() => clock(page), SOON).toMatch(/^avant la commande/);
  });

  test.each(['light', 'dark'] as const)('axe finds nothing on it in %s', async (colorScheme) => {
    const { page } = await openSlide(MARKED, { colorScheme });
    await expect.poll(() => states(page), SOON).toEqual(RUNNING);
    expect(await violations(page)).toEqual([]);
  });
});
