import { expect, test } from 'vitest';
import { proofSentence } from '../../../src/site/proof-sentence.ts';
import type { Proof } from '../../../src/proof/types.ts';
import { recordOf } from '../../fixtures/record-of.ts';
import { lessonOf } from './lesson.ts';

const lesson = lessonOf(
  '```bash\ntrue\n```\n\n```bash exit=1\nfalse\n```\n\n```bash skip="raison" review=2030-01-01\nx\n```\n',
);
const ran = (state: 'proven' | 'expected-failure'): Proof => ({
  state,
  record: recordOf({ status: state }),
  shown: '',
});
const proofs = new Map<string, Proof>([
  ['s1', ran('proven')],
  ['s2', ran('expected-failure')],
  ['s3', { state: 'skipped', reason: 'raison' }],
]);

test('a lesson says how much of it was run', () => {
  const { state, text } = proofSentence(lesson, { proofs, problems: [] });
  expect(state).toBe('proven');
  expect(text.replaceAll('\u00A0', ' ')).toBe('2 exécutions vérifiées, dont 1 échec attendu, 1 non exécutée');
});

test('and says first what was not', () => {
  const { state, text } = proofSentence(lesson, { proofs: new Map(), problems: [] });
  expect(state).toBe('unproven');
  expect(text.replaceAll('\u00A0', ' ')).toBe('3 sur 3 exécutions non vérifiées');
});

test('a lesson that runs nothing boasts of nothing, nor does one whose every snippet is skipped', () => {
  expect(proofSentence(lessonOf('Rien que du texte.'), { proofs: new Map(), problems: [] })).toMatchObject({
    state: 'none',
    glyph: '',
  });
  const skipped = new Map<string, Proof>([['s1', { state: 'skipped', reason: 'raison' }]]);
  const one = lessonOf('```bash skip="raison" review=2030-01-01\nx\n```\n');
  expect(proofSentence(one, { proofs: skipped, problems: [] }).state).toBe('skipped');
});
