/** Milliseconds that a character takes, and what follows a command. */
const CHARACTER = 22;
const PAUSE = 280;

/** A text on the screen that is taken away and comes back. */
export interface Part {
  readonly node: Text;
  readonly text: string;
}

/** Lines stay, so that the box does not move. */
export const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** @returns a snippet's commands and what they printed, in their order */
export function stepsOf(snippet: HTMLElement): { typed: boolean; parts: Part[] }[] {
  const blocks = snippet.querySelectorAll<HTMLElement>('[data-typed] code, .output pre, .wait .printed');
  return [...blocks].map((block) => ({ typed: block.tagName === 'CODE', parts: partsOf(block) }));
}

/** @returns the texts of a block */
export function partsOf(block: HTMLElement): Part[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const parts: Part[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    parts.push({ node, text: node.data });
  }
  return parts;
}

/** Types texts that are blank, unless it is broken off. */
export async function type(parts: readonly Part[], signal: AbortSignal): Promise<void> {
  for (const { node, text } of parts) {
    for (let end = 1; end <= text.length && !signal.aborted; end += 1) {
      node.data = text.slice(0, end) + blank(text.slice(end));
      if (text[end - 1] !== ' ') await wait(CHARACTER, signal);
    }
  }
  await wait(PAUSE, signal);
}

/** Waits, unless it is broken off. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
