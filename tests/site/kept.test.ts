import { expect, test } from 'vitest';
import { requireBrowser } from '../require.ts';
import { png } from '../fixtures/png.ts';
import { measureSlide } from '../../src/slides/measure.ts';
import { openDeck, openPage } from './browser.ts';
import { useSample } from './sample.ts';

const suite = await requireBrowser();

/** `suite` keeps a grey map of 640 × 480 (tests/fixtures/forge-proofs.ts). */
suite('un fichier qu’un extrait a fait', () => {
  const site = useSample();
  const ALT = 'Une carte d’un seul gris.';

  test.each([
    [1280, 640],
    [390, 0],
  ])('stands under its snippet on a page %i wide, in its own size, never wider than the column', async (width, own) => {
    const { page, mishaps } = await openPage(site.browser);
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${site.url}suite/`);
    const picture = page.locator('#extrait-s3 .kept img');
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(640);
    expect(await picture.getAttribute('alt')).toBe(ALT);
    const [box, column] = [await picture.boundingBox(), await page.locator('#extrait-s3').boundingBox()];
    const shown = box?.width ?? 0;
    if (own > 0) expect(shown).toBe(own);
    else expect(shown).toBeLessThan(column?.width ?? 0);
    expect((box?.height ?? 0) / shown).toBeCloseTo(480 / 640, 2);
    const served = await fetch(new URL((await picture.getAttribute('src')) ?? '', page.url()));
    expect(served.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await served.arrayBuffer()).equals(png({ width: 640, height: 480 }))).toBe(true);
    expect(mishaps).toEqual([]);
  });

  test('waits on a slide for the next key, then takes the room that is left', async () => {
    const { page, mishaps } = await openPage(site.browser);
    await openDeck(page, `${site.url}suite/diapos/#/une-carte`);
    const picture = page.locator('section.present .picture img');
    const seen = () => picture.evaluate((it) => it.checkVisibility({ visibilityProperty: true }));
    expect(await seen()).toBe(false);
    await page.keyboard.press('ArrowRight');
    expect(await seen()).toBe(true);
    expect(await picture.getAttribute('alt')).toBe(ALT);
    await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(640);
    const frame = await page.locator('section.present .picture').boundingBox();
    const box = await picture.boundingBox();
    if (frame === null || box === null) throw new Error('nothing is shown');
    expect(box.height).toBeGreaterThan(240);
    expect(box.height).toBeLessThanOrEqual(frame.height);
    expect(box.width / box.height).toBeCloseTo(640 / 480, 1);
    expect((await page.evaluate(measureSlide)).troubles).toEqual([]);
    expect(mishaps).toEqual([]);
  });
});
