/**
 * Points at lines of code, step by step: each step is an invisible fragment beside the code, and the last one that the
 * presenter has asked for tells which lines are lit.
 * @param snippet what the fragment that has just come or gone stands in
 */
export function lightLines(snippet: HTMLElement): void {
  const lines = [...snippet.querySelectorAll<HTMLElement>('.code .l')];
  const step = [...snippet.querySelectorAll<HTMLElement>('.step.visible')].at(-1);
  const lit = new Set((step?.dataset['lines'] ?? '').split(' ').map(Number));
  for (const [index, line] of lines.entries()) line.classList.toggle('lit', lit.has(index + 1));
  const box = snippet.querySelector<HTMLElement>('.code');
  const first = lines.find((line) => line.classList.contains('lit'));
  // Not scrollIntoView, which would move the slide too.
  if (box !== null && first !== undefined) box.scrollTop = Math.max(0, first.offsetTop - box.clientHeight / 3);
}
