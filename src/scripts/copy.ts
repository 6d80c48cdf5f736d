const SHOWN = 1600;

/** The « copier » buttons: the snippet's own text, without prompt or output. */
export function startCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.addEventListener('click', () => void copy(button));
  }
}

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
