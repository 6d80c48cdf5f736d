const SHOWN = 1600;

/** What a page's box holds that came from somewhere, so that it can come again; an exercise is not watched failing. */
const SHOWS = ':scope:not(.check) > .run > :is(.output, .wait, .command)';

/** In a box of code, the rest of its file; a check's script is not what its box has typed. */
const PARTLY = ':scope:not(.check) > .script';

/**
 * Gives each box of code what acts on it, and its parts that may scroll their place in the order of the tabulator.
 * None of it stands in the HTML: it needs scripts, and a page of sixty boxes would pay for it before it can be read.
 * The buttons stand between the name and the download, where nothing moves when they come.
 * @param shows selects in a box what « revoir » has to show; a box without it has no such button
 */
export function startBoxes(shows = SHOWS): void {
  for (const box of document.querySelectorAll<HTMLElement>('.snippet')) {
    for (const part of box.querySelectorAll<HTMLElement>('.code, .command, .output, .printed')) {
      part.tabIndex = 0;
      if (!part.matches('.output:not([role])')) continue;
      part.setAttribute('role', 'group');
      part.setAttribute('aria-label', 'Sortie enregistrée');
    }
    const bar = box.querySelector<HTMLElement>('.bar');
    const add = (word: string, name: string): HTMLButtonElement => {
      const button = Object.assign(document.createElement('button'), {
        type: 'button',
        className: 'tool',
        textContent: word,
      });
      button.dataset[name] = '';
      bar?.insertBefore(button, bar.querySelector('a'));
      return button;
    };
    // A file of which only the beginning is there is downloaded, not copied.
    if (box.querySelector(PARTLY) === null) {
      const copier = add('copier', 'copy');
      const what = bar?.dataset['copies'];
      if (what !== undefined) copier.setAttribute('aria-label', `Copier\u00A0: ${what}`);
      copier.addEventListener('click', () => void copy(copier));
    }
    if (box.querySelector(shows) !== null) add('revoir', 'replay');
  }
}

/** The snippet's own text, without prompt or output. */
async function copy(button: HTMLButtonElement): Promise<void> {
  const code = button.closest('.snippet')?.querySelector('.code code')?.textContent ?? '';
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(code.trimEnd());
    button.textContent = 'copié';
    button.classList.add('done');
  } catch {
    button.textContent = 'refusé par le navigateur';
  }
  setTimeout(() => {
    button.textContent = before;
    button.classList.remove('done');
  }, SHOWN);
}
