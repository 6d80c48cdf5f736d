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
  const newline = source.includes('\r\n') ? '\r\n' : '\n';
  const lines = source.split(newline);
  // From the end, so that the lines above keep their numbers.
  const ordered = changes.toSorted((a, b) => b.snippet.position.line - a.snippet.position.line);
  for (const { snippet, output } of ordered) {
    const indent = ' '.repeat(snippet.position.column - 1);
    const fence = fenceFor(output);
    const block =
      output === ''
        ? []
        : [`${fence}output`, ...output.replace(/\n$/, '').split('\n'), fence].map((line) => indent + line);
    const old = snippet.expected?.position.line;
    if (old === undefined) lines.splice(snippet.endLine, 0, '', ...block);
    else lines.splice(old - 1, closingLine(lines, old) - old + 1, ...block);
  }
  return lines.join(newline);
}

/** Longer than any run of backticks in the text. */
function fenceFor(output: string): string {
  const longest = Math.max(2, ...(output.match(/`+/g) ?? []).map((run) => run.length));
  return '`'.repeat(longest + 1);
}

function closingLine(lines: readonly string[], opening: number): number {
  const fence = /`{3,}|~{3,}/.exec(lines[opening - 1] ?? '')?.[0] ?? '```';
  const index = lines.findIndex((line, at) => at >= opening && line.trim().startsWith(fence));
  return index < 0 ? lines.length : index + 1;
}
