import type { Snippet } from '../lesson/types.ts';

/** What a snippet printed instead of what its lesson expects. */
export interface OutputChange {
  readonly snippet: Snippet;
  readonly output: string;
}

/**
 * Puts new outputs into a lesson, and leaves every other byte as it is, line endings included.
 * @param source the MDX that the snippets were read from
 * @param changes at most one for a snippet; an empty output takes the `output` fence away
 */
export function rewriteOutputs(source: string, changes: readonly OutputChange[]): string {
  const lines = source.split('\n'); // a line of Windows keeps its own carriage return
  // From the end, so that the lines above keep their numbers.
  const ordered = changes.toSorted((a, b) => b.snippet.position.line - a.snippet.position.line);
  for (const { snippet, output } of ordered) {
    const { line, column } = snippet.expected?.position ?? snippet.position;
    const opening = lines[line - 1] ?? '';
    const end = opening.endsWith('\r') ? '\r' : '';
    // What stands before the fence (indentation, tabs, a quote's marks) stands before each line; a list's mark only once.
    const prefix = opening.slice(0, column - 1).replaceAll(/[^\s>]/g, ' ');
    const put = (text: string): string => `${text === '' ? prefix.trimEnd() : prefix + text}${end}`;
    const block = blockOf(output, snippet).map(put);
    if (snippet.expected !== undefined) lines.splice(line - 1, snippet.expected.endLine - line + 1, ...block);
    else if (block.length > 0) lines.splice(snippet.endLine, 0, put(''), ...block);
  }
  return lines.join('\n');
}

function blockOf(output: string, { attributes }: Snippet): string[] {
  if (output === '') return [];
  const fence = fenceFor(output);
  const text = attributes.expect === 'regex' ? output.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`) : output;
  return [`${fence}output`, ...text.replace(/\n$/, '').split('\n'), fence];
}

/** Longer than any run of backticks in the text. */
function fenceFor(output: string): string {
  const longest = Math.max(2, ...(output.match(/`+/g) ?? []).map((run) => run.length));
  return '`'.repeat(longest + 1);
}
