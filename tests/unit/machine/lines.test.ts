import { expect, test } from 'vitest';
import { linesOf } from '../../../src/machine/lines.ts';

async function* pieces(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
}

const read = (...texts: string[]): Promise<string[]> => Array.fromAsync(linesOf(pieces(...texts)));

test('lines are whole, wherever the pieces end', async () => {
  expect(await read('un\ndeu', 'x\n', '\ntrois\n')).toEqual(['un', 'deux', '', 'trois']);
});

test('the last line needs no end, and nothing is no line', async () => {
  expect(await read('un\nde', 'ux')).toEqual(['un', 'deux']);
  expect(await read()).toEqual([]);
});

test('nothing but a line feed ends a line', async () => {
  expect(await read('"un\u2028deux\u2029"\r', 'trois\r\n')).toEqual(['"un\u2028deux\u2029"\rtrois\r']);
});
