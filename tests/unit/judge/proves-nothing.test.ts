import { expect, test } from 'vitest';
import { provesNothing } from '../../../src/judge/proves-nothing.ts';
import { fence, lessonOf } from '../../fixtures/lesson-source.ts';

const asked = (info: string, ...output: readonly string[]): string | undefined => {
  const [snippet] = lessonOf(`${fence(info, 'true')}\n\n${fence('output', ...output)}`).snippets;
  if (!snippet) throw new Error('no snippet');
  return provesNothing(snippet);
};

test.each([
  ['bash', ['…'], 'message d’erreur compris'],
  ['bash', ['  … …', '', '…'], 'message d’erreur compris'],
  ['bash exit=1', ['…'], 'un échec attendu montre sa raison'],
  ['bash expect=regex', ['.*'], 'une sortie vide'],
  ['bash expect=regex', ['(a|b)?'], 'une sortie vide'],
  ['bash expect=regex', ['a|'], 'une sortie vide'],
])('%s with %j', (info, output, reason) => {
  expect(asked(info, ...output)).toContain(reason);
});

test.each([
  ['bash', ['a …']],
  ['bash exit=1', ['…', 'Error: …']],
  ['bash expect=exact', ['…']],
  ['bash expect=regex', ['.+']],
  ['bash expect=regex', ['a*b']],
])('%s with %j proves something', (info, output) => {
  expect(asked(info, ...output)).toBeUndefined();
});
