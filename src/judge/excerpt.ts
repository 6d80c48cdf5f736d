const LINES = 40;
const WIDTH = 200;

/**
 * What a message quotes of an output: enough to see what happened, never a terminal full.
 * @returns its first and last lines, each cut to a readable width
 */
export function excerptOf(output: string): string {
  const lines = output
    .trimEnd()
    .split('\n')
    .map((line) => (line.length > WIDTH ? `${line.slice(0, WIDTH)}…` : line));
  if (lines.length <= LINES) return lines.join('\n');
  const half = LINES / 2;
  return [...lines.slice(0, half), `… (${lines.length - LINES} lignes) …`, ...lines.slice(-half)].join('\n');
}
