import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MarkedStream } from '../../../src/session/marked-stream.ts';

const MARK = '\u0001fin-de-partie\u0001';

/** Cuts a text into chunks of these sizes, in turn. */
function* chunksOf(text: string, sizes: readonly number[]): Generator<Buffer> {
  const bytes = Buffer.from(text);
  for (let from = 0, turn = 0; from < bytes.length; turn++) {
    const to = from + (sizes[turn % sizes.length] ?? 1);
    yield Buffer.from(bytes.subarray(from, to));
    from = to;
  }
}

/** @returns all that the listener heard, once so many marks were reached */
async function read(text: string, marks: number, sizes: readonly number[]): Promise<string> {
  const stream = new MarkedStream(MARK);
  const heard: Buffer[] = [];
  stream.begin((chunk) => heard.push(chunk));
  const reached = stream.reached(marks);
  for (const chunk of chunksOf(text, sizes)) stream.take(chunk);
  await reached;
  return Buffer.concat(heard).toString();
}

test('a mark is found wherever the chunks are cut, and no byte of it or of the output is lost', async () => {
  // Beginnings of a mark that are none, and characters of several bytes.
  const part = fc
    .string({ unit: fc.constantFrom('a', 'é', '…', '\n', '\u0001', '\u0001fin') })
    .map((text) => `${text}.`);
  const property = fc.asyncProperty(
    fc.array(part, { minLength: 1, maxLength: 4 }),
    fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 }),
    async (parts, sizes) => {
      expect(await read(parts.map((each) => each + MARK).join(''), parts.length, sizes)).toBe(parts.join(''));
    },
  );
  await fc.assert(property, { numRuns: 300 });
});

test('what might become a mark is held back, and let go once it is none', () => {
  const stream = new MarkedStream(MARK);
  const heard: string[] = [];
  stream.begin((chunk) => heard.push(chunk.toString()));
  stream.take(Buffer.from(`a${MARK.slice(0, 5)}`));
  expect(heard).toEqual(['a']);
  const others = 'b'.repeat(MARK.length);
  stream.take(Buffer.from(others));
  expect(heard.join('')).toBe(`a${MARK.slice(0, 5)}${others}`);
});

test('a chunk may be used again by its owner', async () => {
  const stream = new MarkedStream(MARK);
  const heard: string[] = [];
  stream.begin((chunk) => heard.push(chunk.toString()));
  const bytes = Buffer.from(MARK.slice(0, 4));
  stream.take(bytes);
  bytes.fill('x');
  stream.take(Buffer.from(MARK.slice(4)));
  await stream.reached(1);
  expect(heard).toEqual([]);
});
