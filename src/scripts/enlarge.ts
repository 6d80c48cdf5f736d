import css from '../styles/enlarged.css?inline';

/** Drawings open in a window of their own; a wide one turns on an upright screen, as the telephone will. */
export function startEnlarging(): void {
  document.head.append(Object.assign(document.createElement('style'), { textContent: css }));
  for (const figure of document.querySelectorAll<HTMLElement>('figure.diagram')) {
    const open = (event: Event): void => {
      event.preventDefault();
      enlarge(figure);
    };
    figure.querySelector('[data-enlarge]')?.addEventListener('click', open);
    for (const image of figure.querySelectorAll('img')) image.addEventListener('click', open);
  }
}

function enlarge(figure: HTMLElement): void {
  const dialog = document.createElement('dialog');
  const images = [...figure.querySelectorAll('img')];
  const { width = 1, height = 1 } = images[0] ?? {};
  dialog.className = 'enlarged';
  dialog.ariaLabel = figure.querySelector('[data-enlarge]')?.ariaLabel ?? '';
  dialog.style.setProperty('--ratio', String(width / height));
  dialog.classList.toggle('turned', width > height && innerHeight > innerWidth);
  const close = Object.assign(document.createElement('button'), { type: 'button', textContent: 'fermer' });
  dialog.append(...images.map((image) => image.cloneNode() as HTMLImageElement), close);
  // A click anywhere closes it, and so does Escape.
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
