import { expect, test } from 'vitest';
import { requireBrowser } from '../require.ts';
import { openDeck, openPage } from './browser.ts';
import { useSample } from './sample.ts';
import { measureDeck, measureSlide } from '../../src/slides/measure.ts';

const suite = await requireBrowser();

suite('diapositives', () => {
  const site = useSample();

  test('every slide fits its frame at 1280 × 720 and can be read; what its author overfills scrolls, and is told', async () => {
    const { page, mishaps } = await openPage(site.browser);
    const slides = await measureDeck(page, `${site.url}essai/diapos/`);
    const troubles = slides.flatMap(({ id, troubles }) =>
      troubles.map(({ code, target }) => `${id} ${code} ${target}`),
    );
    expect(troubles).toEqual([
      'demander-trois-conteneurs-2 diapo-defile extrait-s2',
      'une-erreur-lue-ensemble diapo-defile extrait-s4',
    ]);
    for (const { code } of slides) if (code !== undefined) expect(code).toBeGreaterThanOrEqual(18);
    expect(Math.max(...slides.flatMap(({ code }) => code ?? []))).toBe(28);
    expect(mishaps).toEqual([]);
  });

  test('a slide whose address is taken back, or whose movement is broken off, is measured all the same', async () => {
    const { page } = await openPage(site.browser);
    await page.addInitScript(() => {
      let first = true;
      addEventListener('hashchange', () => {
        if (first) history.replaceState(null, '', '#/');
        first = false;
        setTimeout(() => {
          const moved = document.querySelector('section.present')?.animate({ opacity: [1, 0.9] }, 60_000);
          setTimeout(() => moved?.cancel(), 300);
        });
      });
    });
    const slides = await measureDeck(page, `${site.url}suite/diapos/`);
    expect(slides.length).toBe(await page.locator('.slides > section').count());
  });

  test('each kind of trouble is found out', async () => {
    const { page } = await openPage(site.browser);
    await openDeck(page, `${site.url}essai/diapos/#/3`);
    const found = async (html: string) => {
      await page.locator('section.present .body').evaluate((body, more) => {
        body.querySelector('.trouble')?.remove();
        body.insertAdjacentHTML('beforeend', `<div class="trouble">${more}</div>`);
      }, html);
      return [...new Set((await page.evaluate(measureSlide)).troubles.map(({ code }) => code))];
    };
    expect(await found('')).toEqual([]);
    expect(await found('<p style="height:600px">trop</p>')).toEqual(['diapo-trop-pleine']);
    const word = 'long'.repeat(40);
    expect(await found(`<p>${word}</p>`)).toEqual([]);
    expect(await found(`<p style="overflow-wrap:normal">${word}</p>`)).toEqual(['diapo-trop-large']);
    expect(await found('<table style="width:1400px"><tr><td>large</td></tr></table>')).toEqual(['diapo-trop-large']);
    expect(await found('<p style="font-size:12px">petit</p>')).toEqual(['diapo-texte-petit']);
  });

  test('each slide says its section and its place; its address leads back to it', async () => {
    const { page } = await openPage(site.browser);
    await openDeck(page, `${site.url}essai/diapos/#/la-boucle-de-reconciliation`);
    expect(await page.locator('section.present .place').innerText()).toBe('L’API déclarative · 6/11');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => new URL(page.url()).hash, { timeout: 5_000 }).toBe('#/une-erreur-lue-ensemble');
  });

  test('lines of code are pointed at, step by step, and back', async () => {
    const { page } = await openPage(site.browser);
    await openDeck(page, `${site.url}essai/diapos/#/4`);
    const lit = () => page.locator('section.present .lit').allInnerTexts();
    const steps = [
      [],
      ['  replicas: 3 # trois, toujours trois'],
      ['  selector:', '    matchLabels:', '      app: whoami', '        app: whoami'],
    ];
    for (const [index, step] of steps.entries()) {
      if (index > 0) await page.keyboard.press('ArrowRight');
      expect((await lit()).map((line) => line.trimEnd())).toEqual(step.map((line) => line.trimEnd()));
    }
    await page.keyboard.press('ArrowLeft');
    expect(await lit()).toHaveLength(1);
  });

  test('the command first; the next key shows its output and its verdict, and nothing that was seen hides again', async () => {
    const { page } = await openPage(site.browser);
    await openDeck(page, `${site.url}essai/diapos/#/une-erreur-lue-ensemble`);
    const seen = () =>
      page
        .locator('section.present :is(.output, .closing)')
        .evaluateAll((all) => all.map((it) => it.checkVisibility({ visibilityProperty: true })));
    const place = () => page.locator('section.present').evaluate(({ id }) => id);
    expect(await page.locator('section.present .command').first().isVisible()).toBe(true);
    expect(await seen()).toEqual([false, false, false, false]);
    await page.keyboard.press('ArrowRight');
    expect(await seen()).toEqual([true, true, false, false]);
    await page.keyboard.press('ArrowLeft');
    expect(await place()).toBe('la-boucle-de-reconciliation');
    await page.keyboard.press('ArrowRight');
    expect(await seen()).toEqual([true, true, false, false]);
    await page.keyboard.press('ArrowRight');
    expect(await seen()).toEqual([true, true, true, true]);
    await page.keyboard.press('ArrowRight');
    expect(await place()).toBe('deux-champs');
    await page.keyboard.press('ArrowLeft');
    expect(await seen()).toEqual([true, true, true, true]);
  });

  test('an overview hides nothing', async () => {
    const { page } = await openPage(site.browser);
    await openDeck(page, `${site.url}essai/diapos/#/une-erreur-lue-ensemble`);
    await page.keyboard.press('o');
    await expect
      .poll(() =>
        page.locator('section.present .output').evaluateAll((all) => all.map((it) => getComputedStyle(it).visibility)),
      )
      .toEqual(['visible', 'visible']);
  });

  test('an exercise’s check is a command and its verdict, before the work and behind the solution', async () => {
    const { page } = await openPage(site.browser);
    await openDeck(page, `${site.url}essai/diapos/#/passer-a-cinq`);
    const check = async (id: string) => {
      const box = page.locator(`section.present #${id}`);
      return [await box.locator('pre.command').innerText(), await box.locator('.foot').textContent()];
    };
    const [before, verdict] = await check('extrait-s5');
    expect(before?.trim()).toBe('bash verifier.sh');
    expect(verdict).toContain('avant votre travail');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const [after, done] = await check('extrait-s5-apres');
    expect(after?.trim()).toBe('bash verifier.sh');
    expect(done).toContain('une fois le travail fait');
  });

  test('the front matter and each section open with their place', async () => {
    const { page } = await openPage(site.browser);
    await openDeck(page, `${site.url}essai/diapos/#/2`);
    expect(await page.locator('section.present').innerText()).toMatch(/Objectifs[^]*lire un refus du serveur/);
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('section.present .band').innerText()).toBe('1 · Le problème');
  });

  test('the presenter has notes, an overview and a list of keys', async () => {
    const { page } = await openPage(site.browser);
    await openDeck(page, `${site.url}essai/diapos/#/3`);
    await page.keyboard.press('?');
    await expect.poll(() => page.locator('dialog.keys').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('o');
    expect(await page.locator('.reveal.overview').count()).toBe(1);
    await page.keyboard.press('o');
    const [notes] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
    await expect.poll(() => notes.content(), { timeout: 10_000 }).toContain('qui a déjà perdu une machine');
  });

  test('a slide’s address works on a telephone', async () => {
    const { page } = await openPage(site.browser, { viewport: { width: 375, height: 812 } });
    await openDeck(page, `${site.url}essai/diapos/#/une-erreur-lue-ensemble`);
    expect(await page.locator('section.present').evaluate(({ id }) => id)).toBe('une-erreur-lue-ensemble');
    expect(await page.locator('section.present').isVisible()).toBe(true);
  });

  test('the speaker sees what comes before the class does, and the class stays where it is', async () => {
    const { page } = await openPage(site.browser);
    await openDeck(page, `${site.url}essai/diapos/#/une-erreur-lue-ensemble`);
    const [notes] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
    const first = notes.frameLocator('#current-slide iframe').locator('section.present .answer').first();
    await expect.poll(() => first.isVisible().catch(() => false), { timeout: 20_000 }).toBe(true);
    expect(await first.innerText()).toContain('NotFound');
    expect(await page.locator('section.present .answer').first().isVisible()).toBe(false);
    expect(await notes.locator('html').getAttribute('lang')).toBe('fr');
    expect(new URL(page.url()).hash).toBe('#/une-erreur-lue-ensemble');
  });
});
