/** Long lines scroll in their boxes, or wrap if the reader likes that better: one choice for all, remembered. */
const KEY = 'lignes';
const WRAPPED = 'longues';
const root = document.documentElement;

/** Boxes whose lines are longer than they are wide get the button; the others have no use for it. */
export function startWrapping(): void {
  try {
    if (localStorage.getItem(KEY) === WRAPPED) root.dataset['lines'] = 'wrap';
  } catch {
    // Without storage lines scroll, as they do without scripts.
  }
  const boxes = [...document.querySelectorAll<HTMLElement>('.snippet')];
  const buttons = () => document.querySelectorAll<HTMLButtonElement>('[data-wrap]');
  const sync = (): void => {
    for (const button of buttons()) button.setAttribute('aria-pressed', String(root.dataset['lines'] === 'wrap'));
  };
  // A box is measured when it comes near the window: a first view pays for none.
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) offer(target as HTMLElement);
    },
    { rootMargin: '200px' },
  );
  for (const box of boxes) watch.observe(box);

  function offer(box: HTMLElement): void {
    const lines = [...box.querySelectorAll<HTMLElement>('.code, .output')];
    const wide = root.dataset['lines'] === 'wrap' || lines.some((each) => each.scrollWidth > each.clientWidth + 1);
    const known = box.querySelector('[data-wrap]');
    if (!wide || known !== null) return;
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'tool',
      textContent: 'à la ligne',
      title: 'Renvoyer les lignes longues à la ligne, ou les faire défiler',
    });
    button.dataset['wrap'] = '';
    button.addEventListener('click', toggle);
    box.querySelector('.bar .name')?.after(button);
    sync();
  }

  function toggle(): void {
    const wrap = root.dataset['lines'] !== 'wrap';
    if (wrap) root.dataset['lines'] = 'wrap';
    else delete root.dataset['lines'];
    try {
      localStorage.setItem(KEY, wrap ? WRAPPED : '');
    } catch {
      // The choice holds for this page.
    }
    sync();
  }
}
