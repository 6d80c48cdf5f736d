/**
 * The field that looks for words in the course. It is made here, in the place that the header keeps for it: without
 * scripts there is none. What searches comes with its first use, by `/` or by the focus.
 */
export function startSearchField(): void {
  const slot = document.querySelector<HTMLElement>('[data-search]');
  if (slot === null) return;
  const field = Object.assign(document.createElement('input'), { type: 'search', placeholder: 'Chercher' });
  field.setAttribute('aria-label', 'Chercher dans le cours');
  field.setAttribute('aria-keyshortcuts', '/');
  slot.append(field);
  field.addEventListener('focus', () => void import(/* @vite-ignore */ slot.dataset['search'] ?? ''), { once: true });
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (key !== '/' || (target as Element).matches('input, textarea, dialog *')) return;
    event.preventDefault();
    field.focus();
  });
}
