import { blank, type Part, partsOf, stepsOf, type } from './snippet-text.ts';

/** Types a snippet's commands. */
export async function typeCommands(snippet: HTMLElement, signal: AbortSignal): Promise<void> {
  const commands = stepsOf(snippet).filter(({ typed }) => typed);
  const parts = commands.flatMap((step) => step.parts);
  const restore = (): void => {
    for (const { node, text } of parts) node.data = text;
  };
  signal.addEventListener('abort', restore, { once: true });
  for (const { node, text } of parts) node.data = blank(text);
  await type(parts, signal);
  restore();
}

/** A snippet's output, of which some lines are shown: those that had been printed by a moment of the run. */
export class Printing {
  readonly snippet: HTMLElement;
  #parts: Part[] | undefined;

  constructor(snippet: HTMLElement) {
    this.snippet = snippet;
  }

  /** Shows the first lines; the others keep their place. */
  show(count: number): void {
    this.#parts ??= [
      ...this.snippet.querySelectorAll<HTMLElement>('.output > :is(pre, details:not(.whole) > pre)'),
    ].flatMap(partsOf);
    this.snippet.style.minHeight = `${this.snippet.offsetHeight}px`;
    let left = count;
    for (const { node, text } of this.#parts) {
      const lines = text.split('\n');
      node.data = lines.map((line, index) => (index < left ? line : blank(line))).join('\n');
      left = Math.max(0, left - lines.length);
    }
  }

  restore(): void {
    for (const { node, text } of this.#parts ?? []) node.data = text;
    this.#parts = undefined;
    this.snippet.style.minHeight = '';
  }
}
