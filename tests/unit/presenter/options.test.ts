import { expect, test } from 'vitest';
import { readOptions } from '../../../src/presenter/options.ts';

test('a lesson, a port, no browser', () => {
  expect(readOptions([])).toEqual({ open: true });
  expect(readOptions(['pods', '--port=4000', '--no-open'])).toEqual({ lesson: 'pods', port: 4000, open: false });
});

test.each([[['--port=x']], [['--port=70000']], [['--nul']], [['un', 'deux']]])('%j makes no sense', (args) => {
  expect(() => readOptions(args)).toThrow('Usage : npm run present');
});
