import type { Page } from 'playwright-core';

/** Opens a deck and waits until reveal.js has taken over. */
export async function openDeck(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForSelector('html.deck', { state: 'attached' });
}

/** Milliseconds until a slide's address is given again: reveal.js writes its own a moment later, and may take it back. */
const AGAIN = 2000;
/** Milliseconds at most for what moves on a slide, and for its pictures: it is then taken as it is. */
const SETTLED = 10_000;

/** Shows each slide of the open deck in turn, with all its steps; yields its id. */
export async function* slidesOf(page: Page): AsyncGenerator<string> {
  const ids = await page.locator('.slides > section').evaluateAll((slides) => slides.map(({ id }) => id));
  for (const id of ids) {
    await page.evaluate(
      ([slide, AGAIN, SETTLED]) =>
        new Promise<void>((shown) => {
          let asked = -Infinity;
          const look = (): void => {
            const present = document.querySelector<HTMLElement>('section.present');
            if (present?.id !== slide) {
              if (performance.now() - asked > AGAIN) {
                asked = performance.now();
                if (location.hash !== `#/${slide}`) location.hash = `#/${slide}`;
                else dispatchEvent(new HashChangeEvent('hashchange'));
              }
              return void setTimeout(look, 5);
            }
            for (const step of present.querySelectorAll('.fragment')) step.classList.add('visible');
            const moving = present.getAnimations({ subtree: true });
            const images = [...present.querySelectorAll('img')].filter(
              (image) => getComputedStyle(image).display !== 'none',
            );
            for (const image of images) image.loading = 'eager';
            // What moves and is broken off rejects, as does a picture that cannot be shown.
            const settled = Promise.allSettled([
              ...moving.map(({ finished }) => finished),
              ...images.map((image) => image.decode()),
            ]);
            const late = new Promise((resolve) => setTimeout(resolve, SETTLED));
            void Promise.race([settled, late]).then(() => shown());
          };
          look();
        }),
      [id, AGAIN, SETTLED] as const,
    );
    yield id;
  }
}
