import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readOptions } from '../../../src/presenter/options.ts';

const usage = (): string => {
  try {
    return JSON.stringify(readOptions(['--nul']));
  } catch (error) {
    return String(error);
  }
};

test('a lesson, a port, no browser', () => {
  expect(readOptions([])).toEqual({ open: true });
  expect(readOptions(['pods', '--port=4000', '--no-open'])).toEqual({ lesson: 'pods', port: 4000, open: false });
});

test('the folder that the usage names as an example is a lesson’s', async () => {
  const [, named = ''] = /(\d\d-\w+)…/.exec(usage()) ?? [];
  expect(await readdir('content')).toContain(named);
});

test.each([[['--port=x']], [['--port=70000']], [['--nul']], [['un', 'deux']]])('%j makes no sense', (args) => {
  expect(() => readOptions(args)).toThrow('Usage : npm run present');
});
