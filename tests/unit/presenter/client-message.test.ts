import { expect, test } from 'vitest';
import { clientMessageSchema } from '../../../src/presenter/client-message.ts';

const read = (message: unknown): boolean => clientMessageSchema.safeParse(message).success;
const hash = 'a'.repeat(64);

test('what a slide may ask', () => {
  expect(read({ type: 'enter', lesson: 'pods', hash })).toBe(true);
  expect(read({ type: 'enter', lesson: 'pods', hash, epoch: 'e', after: 3 })).toBe(true);
  expect(read({ type: 'run', snippet: 's1/avant' })).toBe(true);
  for (const type of ['stop', 'restart']) expect(read({ type })).toBe(true);
});

test.each([
  [{ type: 'run' }],
  [{ type: 'run', snippet: '' }],
  [{ type: 'run', snippet: ['s1'] }],
  [{ type: 'run', snippet: 's1', code: 'ls' }],
  [{ type: 'run', snippet: 'x'.repeat(201) }],
  [{ type: 'enter', lesson: 'pods', hash: 'court' }],
  [{ type: 'enter', lesson: 'pods', hash, after: -1 }],
  [{ type: 'eval' }],
  [[]],
  [null],
])('%j is nothing that it may ask', (message) => {
  expect(read(message)).toBe(false);
});
