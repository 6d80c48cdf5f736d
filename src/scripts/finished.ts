/** « J’ai fini » : which lessons the reader has finished, remembered in this browser and nowhere else. */
const KEY = 'finies';
const WORD = 'fini';

function remembered(): Set<string> {
  try {
    return new Set((localStorage.getItem(KEY) ?? '').split(' ').filter(Boolean));
  } catch {
    return new Set();
  }
}

/** Marks the finished lessons wherever they are listed, and lets the button at a lesson's end change that. */
export function startFinishing(): void {
  const finished = remembered();
  const button = document.querySelector<HTMLButtonElement>('[data-finish]');
  const slug = button?.dataset['finish'];
  const mark = (): void => {
    for (const entry of document.querySelectorAll<HTMLElement>('[data-lesson]')) {
      entry.querySelector('.finished')?.remove();
      if (!finished.has(entry.dataset['lesson'] ?? '')) continue;
      const word = Object.assign(document.createElement('span'), { className: 'finished', textContent: WORD });
      entry.append(' ', word);
    }
    if (slug !== undefined) button?.setAttribute('aria-pressed', String(finished.has(slug)));
  };
  button?.addEventListener('click', () => {
    if (slug === undefined) return;
    if (!finished.delete(slug)) finished.add(slug);
    try {
      localStorage.setItem(KEY, [...finished].join(' '));
    } catch {
      // A browser that refuses storage still shows it on this page.
    }
    mark();
  });
  mark();
}
