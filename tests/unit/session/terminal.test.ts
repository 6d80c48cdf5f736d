import { expect, test } from 'vitest';
import { printable } from '../../../src/session/terminal.ts';

// Checked against what xterm shows of the same bytes.
test.each([
  ['carriage returns', '10%\r50%\r100%\nfini\n', '100%\nfini\n'],
  ['a shorter text over a longer one', 'longue ligne\rcourt\n', 'courte ligne\n'],
  ['erase to the end', 'longue ligne\rcourt\x1b[K\n', 'court\n'],
  ['erase line', 'longue\x1b[2K\rcourt\n', 'court\n'],
  ['erase to the beginning', 'abc\x1b[D\x1b[1Kd\n', '  d\n'],
  ['backspaces', '|\b/\b-\bfini\n', 'fini\n'],
  ['backspace over nothing', '\b\ba\n', 'a\n'],
  ['lines of Windows', 'a\r\nb\r\r\n', 'a\nb\n'],
  ['colours', '\x1b[1;31mrouge\x1b[0m\x1b(B\n', 'rouge\n'],
  ['links and titles', '\x1b]8;;https://x\x1b\\lien\x1b]8;;\x07\x1b]0;titre\x07\n', 'lien\n'],
  ['the cursor going up', 'a: 0\nb: 0\n\x1b[2A\x1b[Ka: 1\n\x1b[Kb: 1\n', 'a: 1\nb: 1\n'],
  ['a cleared screen', 'avant\n\x1b[H\x1b[2J\x1b[3Japrès\n', 'après\n'],
  ['columns', 'a\x1b[5Gb\n', 'a   b\n'],
  ['a bell', 'a\x07b\n', 'ab\n'],
  ['characters outside of the basic plane', '🙂🙂\rx\n', 'x🙂\n'],
  ['tabs as they are', 'a\tb\n', 'a\tb\n'],
  ['an unfinished line', 'a\nb\rc', 'a\nc'],
  ['controls that no terminal shows', 'a\x01\x7f\n', 'a\\x01\\x7f\n'],
])('%s', (_, text, expected) => {
  expect(printable(Buffer.from(text))).toBe(expected);
});

test('bytes that are no text are escaped', () => {
  expect(printable(Buffer.from([0x61, 0xff, 0x0a, 0xc3, 0xa9]))).toBe('a\\xff\né');
});
