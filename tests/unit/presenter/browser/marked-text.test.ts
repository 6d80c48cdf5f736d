import { describe, expect, test } from 'vitest';
import { markedParts } from '../../../../src/presenter/browser/marked-text.ts';

const OUTPUT = 'NAME    READY   STATUS\nweb-1   1/1     Pending\nfin\n';
const STATUS = {
  line: 2,
  start: 16,
  end: 23,
  column: 'STATUS',
  expected: 'Running',
  actual: 'Pending',
  reason: 'STATUS est stable',
};
const shown = (parts: ReturnType<typeof markedParts>) =>
  parts.map((part) => part.map(({ text, differing }) => (differing === undefined ? text : `[${text}]`)).join(''));

describe('markedParts', () => {
  test('marks the cell that differs, and nothing else', () => {
    const parts = markedParts({ output: OUTPUT, commands: [], differing: [STATUS] }, 1);
    expect(shown(parts)).toEqual(['NAME    READY   STATUS\nweb-1   1/1     [Pending]\nfin']);
  });

  test('gives each command its part, and finds the line again within it', () => {
    const commands = [
      { from: 1, to: 1, until: OUTPUT.indexOf('web-1') },
      { from: 2, to: 2, until: OUTPUT.length },
    ];
    const parts = markedParts({ output: OUTPUT, commands, differing: [STATUS] }, 2);
    expect(shown(parts)).toEqual(['NAME    READY   STATUS', 'web-1   1/1     [Pending]\nfin']);
  });

  test('a command that printed nothing has an empty part', () => {
    const commands = [
      { from: 1, to: 1, until: 0 },
      { from: 2, to: 2, until: OUTPUT.length },
    ];
    expect(markedParts({ output: OUTPUT, commands }, 2)[0]).toEqual([]);
  });

  test('marks a whole line where no cell is known, and says what is not there', () => {
    const whole = { line: 3, expected: '', actual: 'fin', reason: 'ligne en trop' };
    const lacking = { expected: 'web-2', actual: '', reason: 'ligne absente' };
    const parts = markedParts({ output: OUTPUT, commands: [], differing: [whole, lacking] }, 1);
    expect(shown(parts)[0]).toMatch(/Pending\n\[fin\]\[\nabsent : web-2\]$/);
  });
});
