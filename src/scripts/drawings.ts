/**
 * Fetches the drawings and kept pictures of the slides to come once the deck answers, so that it goes on without a
 * network. Drawings for a light ground are always fetched: they are the ones that are printed.
 */
export function fetchDrawings(): void {
  const load = (): void => {
    for (const image of document.querySelectorAll<HTMLImageElement>('.diagram img, .picture img')) {
      const shown = image.matches('.on-light') || getComputedStyle(image).display !== 'none';
      if (shown) image.loading = 'eager';
    }
  };
  const later = (): void => void setTimeout(load, SOON);
  if (document.readyState === 'complete') later();
  else addEventListener('load', later, { once: true });
}

/** Milliseconds that the first view has for itself. */
const SOON = 1500;
