const HEIGHT = 720;

const root = document.documentElement;

/** Prints one slide a page, all of it, whether or not the address asks for it: the stylesheet does, what is long shrinks. */
export function startPrinting(): void {
  addEventListener('beforeprint', () => {
    root.classList.add('printing');
    fit();
  });
  addEventListener('afterprint', () => {
    root.classList.remove('printing');
    for (const body of bodies()) body.style.zoom = '';
  });
}

/** Shows the pages as they are printed, without starting the deck. */
export async function layForPrint(): Promise<void> {
  root.classList.add('printing');
  // Each slide's notes on a page behind it, for who speaks.
  root.classList.toggle('with-notes', /[?&]notes\b/.test(location.search));
  for (const image of document.images) image.loading = 'eager';
  await document.fonts.ready;
  fit();
  root.classList.add('deck');
}

const bodies = () => document.querySelectorAll<HTMLElement>('.slides > section > .body');

/** A slide that holds more than a page becomes smaller, until it has its place. */
function fit(): void {
  for (const body of bodies()) {
    let zoom = 1;
    for (let tries = 0; tries < 6; tries += 1) {
      const { height } = body.getBoundingClientRect();
      if (height <= HEIGHT + 0.5) break;
      // More goes on a line of smaller letters: the square root would do, were all of it text.
      zoom *= Math.max(0.5, Math.min(0.97, Math.sqrt(HEIGHT / height)));
      body.style.zoom = String(zoom);
    }
  }
}
