import { expect, test } from 'vitest';
import { findingsIn, findingsInFence } from '../course-of.ts';

const pod = (rest: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n${rest}`;

test.each([
  ['data:\n\ta: b', '6:1 yaml-illisible'],
  ['data:\n  a: "b', '6:8 yaml-illisible'],
  ['data:\n  a: b: c', '6:6 yaml-illisible'],
  ['data: {a: b', '5:12 yaml-illisible'],
  ['data:\n  a: *b', '6:6 yaml-illisible'],
  ['data: &d\n  a: *d', '6:6 yaml-illisible'],
  ['data:\n  a: `b`', '6:6 yaml-illisible'],
  ['data:\n  a: {{ .Values.b }}', '6:7 yaml-illisible'],
  ['data:\n  a: b\n  a: c', '7:3 cle-double'],
  ['data:\n  a: b\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: [', '10:12 yaml-illisible'],
])('%j is told at its line and column', (code, finding) => {
  expect(findingsInFence('yaml', pod(code))).toEqual([finding]);
});

test.each([
  'data:\n  a: "b: c"',
  'data: &d\n  a: b\n---\n',
  '# comment\n---\n# nothing\n',
  'data:\n  a: |\n    \ttab inside a block\n',
])('%j is good YAML', (code) => {
  expect(findingsInFence('yaml', pod(code))).toEqual([]);
});

test('schema=aucun and exit=1 leave the syntax checked', () => {
  expect(findingsInFence('yaml file=compose.yaml schema=aucun', 'a: [')).toEqual(['1:5 yaml-illisible']);
  expect(findingsInFence('yaml exit=1', 'a: [')).toContain('1:5 yaml-illisible');
});

test('an indented fence counts its columns in the lesson', () => {
  expect(findingsIn('- liste\n\n  ```yaml schema=aucun file=a.yaml\n  a: [\n  ```\n')).toEqual(['4:7 yaml-illisible']);
});
