/** `…` unfolds in place: what was printed, whole, is fetched when it is asked for; the link stays where that fails. */
export function startUnfolding(): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('.output .whole')) {
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
    text.textContent = (await response.text()).trimEnd();
    link.replaceWith(text);
    details.classList.add('fetched');
  } catch {
    // Without the network the link says where the text is.
  }
}
