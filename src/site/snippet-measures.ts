import type { RunView } from './run-view.ts';
import type { SnippetView } from './snippet-view.ts';

/** A manifest longer than that stands beside what is done with it: a slide is wide. */
const TALL = 11;

/** How a snippet is laid out. */
export interface SnippetMeasures {
  /** Custom properties for the stylesheet: numbers of columns and lines, from which it makes sizes. */
  readonly style: string;
  /** On a slide: code on the left, commands and output on the right. */
  readonly beside: boolean;
}

/**
 * Measures a snippet, so that its code can shrink to its frame before it scrolls.
 * @param run the run that is shown, whose output counts
 * @param options where it is shown
 */
export function snippetMeasures(
  { snippet, apply, waits, columns }: SnippetView,
  run: RunView,
  { deck }: { deck: boolean },
): SnippetMeasures {
  if (!deck) return { style: `--cols:${columns}`, beside: false };
  const code = snippet.code.split('\n').length;
  const out = run.output?.text.split('\n').length ?? 0;
  const commands = [...(apply === undefined ? [] : [apply]), ...waits.map(({ command }) => command)];
  // On a slide a command shares its line with the prompt and a space.
  const prompt = snippet.kind === 'command' ? 2 : 0;
  const style = `--cols:${columns + prompt};--code:${code};--out:${out};--commands:${commands.length}`;
  if (code <= TALL || commands.length === 0) return { style, beside: false };
  const codeColumns = longest(snippet.code.split('\n'));
  return {
    style: `${style};--code-cols:${codeColumns};--word:${longest(commands.flatMap((each) => each.split(' ')))}`,
    beside: true,
  };
}

const longest = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length));
