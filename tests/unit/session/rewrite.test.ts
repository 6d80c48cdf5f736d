import { expect, test } from 'vitest';
import { rewrite } from '../../../src/session/rewrite.ts';

const names = { renames: [{ from: 'orchestre-k3x9ab', to: 'orchestre' }], scripts: '/tmp/a b/scripts' };

test('the run’s cluster becomes the student’s, and columns stay under their headers', () => {
  const table = 'NAME                             STATUS\norchestre-k3x9ab-control-plane   Ready\n';
  expect(rewrite(table, names)).toBe(
    'NAME                             STATUS\norchestre-control-plane          Ready\n',
  );
});

test('a name at a line’s end, or in a sentence, is only shortened', () => {
  expect(rewrite('node/orchestre-k3x9ab-worker cordoned', names)).toBe('node/orchestre-worker cordoned');
});

test('bash names itself instead of our script', () => {
  expect(rewrite('/tmp/a b/scripts/s3: line 42: nope: command not found', names)).toBe('bash: nope: command not found');
});

test('nothing else is touched', () => {
  const text = 'pod/web-6d8f7c9b4d-2xk9p 10.244.0.7 2026-11-24T10:00:00Z\n';
  expect(rewrite(text, names)).toBe(text);
});
