import type { CommandSpan, Differing } from '../protocol.ts';

/** A stretch of an output, marked where it is not as it was expected. */
export interface Stretch {
  readonly text: string;
  readonly differing?: Differing;
}

/**
 * @param output all that was printed
 * @param commands where each command's part of it ends
 * @param boxes how many outputs the slide has room for
 * @returns the output of each, in stretches; what is expected and not there stands behind the last
 */
export function markedParts(
  { output, commands, differing = [] }: MarkedOutput,
  boxes: number,
): readonly (readonly Stretch[])[] {
  const parts: Stretch[][] = [];
  let line = 1;
  for (const text of partsOf(output, boxes > 1 ? commands : [])) {
    const count = text.split('\n').length - 1;
    const last = text.endsWith('\n') ? line + count - 1 : line + count;
    const own = differing.filter((each) => each.line !== undefined && each.line >= line && each.line <= last);
    parts.push(stretchesOf(text.replace(/\n$/, ''), line, own));
    line += count;
  }
  const lacking = differing.filter((each) => each.line === undefined);
  const place = parts.at(-1);
  for (const each of lacking)
    place?.push({ text: `${place.length > 0 ? '\n' : ''}absent : ${each.expected}`, differing: each });
  return parts;
}

interface MarkedOutput {
  readonly output: string;
  readonly commands: readonly CommandSpan[];
  readonly differing?: readonly Differing[];
}

function partsOf(output: string, commands: readonly CommandSpan[]): string[] {
  if (commands.length < 2) return [output];
  const ends = commands.map(({ until }, index) => (index === commands.length - 1 ? output.length : until));
  return ends.map((end, index) => output.slice(ends[index - 1] ?? 0, end));
}

function stretchesOf(text: string, first: number, differing: readonly Differing[]): Stretch[] {
  if (text === '') return [];
  const stretches: Stretch[] = [];
  let plain = '';
  const put = (differs: Differing, marked: string): void => {
    if (plain !== '') stretches.push({ text: plain });
    plain = '';
    // An empty cell has a place to be seen at.
    stretches.push({ text: marked === '' ? ' ' : marked, differing: differs });
  };
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) plain += '\n';
    let at = 0;
    const here = differing
      .filter((each) => each.line === first + index)
      .toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0));
    for (const each of here) {
      const { start = 0, end = line.length } = each;
      if (start < at) continue;
      plain += line.slice(at, start);
      put(each, line.slice(start, end));
      at = end;
    }
    plain += line.slice(at);
  }
  if (plain !== '') stretches.push({ text: plain });
  return stretches;
}
