import type { Page } from 'playwright-core';

/** Opens a deck and waits until reveal.js has taken over. */
export async function openDeck(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForSelector('html.deck', { state: 'attached' });
}

/** Shows each slide of the open deck in turn, with all its steps; yields its id. */
export async function* slidesOf(page: Page): AsyncGenerator<string> {
  const ids = await page.locator('.slides > section').evaluateAll((slides) => slides.map(({ id }) => id));
  for (const id of ids) {
    await page.evaluate((slide) => {
      location.hash = `#/${slide}`;
      return new Promise<void>((shown) => {
        const look = (): void => {
          const present = document.querySelector<HTMLElement>('section.present');
          if (present?.id !== slide) return void setTimeout(look, 5);
          for (const step of present.querySelectorAll('.fragment')) step.classList.add('visible');
          const moving = present.getAnimations({ subtree: true });
          const images = [...present.querySelectorAll('img')].filter(
            (image) => getComputedStyle(image).display !== 'none',
          );
          for (const image of images) image.loading = 'eager';
          void Promise.all([
            ...moving.map(({ finished }) => finished),
            ...images.map((image) => image.decode().catch(() => undefined)),
          ]).then(() => shown());
        };
        look();
      });
    }, id);
    yield id;
  }
}
