/**
 * Only a line feed ends a line: `node:readline` also ends one at U+2028 and at a lone carriage return, the first of which
 * JSON may hold as it is.
 * @param chunks text in pieces that end anywhere, as a stream with an encoding gives it
 * @returns its lines, each as soon as it is whole; the last even where nothing ends it
 */
export async function* linesOf(chunks: AsyncIterable<unknown>): AsyncGenerator<string, void> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
