/**
 * Reads the steps of a deck's highlighted lines.
 * @param text steps separated by `|`, each of numbers and ranges separated by commas: `1-3|5,7`
 * @returns the lines of each step, from 1; nothing when it cannot be read
 */
export function parseLines(text: string): number[][] | undefined {
  if (!/^\d+(?:-\d+)?(?:[,|]\d+(?:-\d+)?)*$/.test(text)) return undefined;
  const steps = text.split('|').map((step) => step.split(',').flatMap(rangeOf));
  return steps.every((lines) => lines.length > 0 && !lines.includes(0)) ? steps : undefined;
}

/** `3-5` is 3, 4, 5; a range that runs backwards is empty. */
function rangeOf(range: string): number[] {
  const [first = 0, last = first] = range.split('-').map(Number);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
