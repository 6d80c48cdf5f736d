/**
 * `…` unfolds to what was printed, whole, and a check to its script: fetched when asked for; the link stays where that
 * fails.
 */
export function startUnfolding(): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('.output .whole, .script')) {
    details.addEventListener('toggle', () => void unfold(details), { once: true });
  }
}

async function unfold(details: HTMLDetailsElement): Promise<void> {
  const link = details.querySelector('a');
  if (link === null) return;
  try {
    const response = await fetch(link.href);
    if (!response.ok) return;
    const text = document.createElement('pre');
    if (details.matches('.script')) text.tabIndex = 0;
    text.textContent = (await response.text()).trimEnd();
    link.replaceWith(text);
    details.classList.add('fetched');
  } catch {
    // Without the network the link says where the text is.
  }
}
