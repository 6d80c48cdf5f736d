import { expect, test } from 'vitest';
import { exchangesOf } from '../../../src/site/exchanges.ts';

const code = 'kubectl apply -f a.yaml\n# combien ?\nkubectl get pods \\\n  -o name\ntrue';
const printed = 'a created\npod/x\npod/y\npod/z\n';
const commands = [
  { from: 1, to: 1, until: 10 },
  { from: 3, to: 4, until: 28 },
  { from: 5, to: 5, until: 28 },
];

test('each command has its own output; one that printed nothing has none', () => {
  expect(exchangesOf({ code, printed, shown: printed, commands })).toEqual([
    { code: 'kubectl apply -f a.yaml', output: 'a created' },
    { code: '# combien ?\nkubectl get pods \\\n  -o name', output: 'pod/x\npod/y\npod/z' },
    { code: 'true' },
  ]);
});

test('a gap that crosses from one command into the next is shown under both', () => {
  const outputs = exchangesOf({ code, printed, shown: '…\npod/z', commands }).map(({ output }) => output);
  expect(outputs).toEqual(['…', '…\npod/z', undefined]);
});

test('a gap that stands for nothing is shown under no command', () => {
  const outputs = exchangesOf({ code, printed, shown: 'a created\n…\npod/x\n…', commands }).map(({ output }) => output);
  expect(outputs).toEqual(['a created', 'pod/x\n…', undefined]);
});

test('cells that are elided in a line still find their line', () => {
  const rows = 'ok\nNAME    AGE\nweb-1   12s\n';
  const spans = [
    { from: 1, to: 1, until: 3 },
    { from: 2, to: 2, until: rows.length },
  ];
  const found = exchangesOf({ code: 'un\ndeux', printed: rows, shown: 'ok\nNAME    AGE\nweb-…   …', commands: spans });
  expect(found[1]?.output).toBe('NAME    AGE\nweb-…   …');
});

test.each([
  ['the proof does not say where commands end', { commands: [] }],
  ['a command ended within a line', { commands: [{ from: 1, to: 1, until: 4 }, ...commands.slice(1)] }],
  ['what is shown is not what was printed', { shown: 'autre chose\n' }],
  [
    'a line could be either command’s',
    {
      printed: 'ok\nok\n',
      shown: '…\nok\n…',
      commands: [
        { from: 1, to: 1, until: 3 },
        { from: 2, to: 5, until: 6 },
      ],
    },
  ],
  [
    'the last span leaves out what was printed',
    { commands: commands.slice(0, 1).concat({ from: 2, to: 5, until: 15 }) },
  ],
])('all in one box where %s', (_, change) => {
  const recorded = { code, printed, shown: printed, commands, ...change };
  expect(exchangesOf(recorded)).toHaveLength(1);
});
