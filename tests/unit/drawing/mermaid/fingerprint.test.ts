import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { labelsOf, MERMAID_VERSION } from '../../../../src/drawing/mermaid/fingerprint.ts';
import { fence, lessonOf } from '../../../fixtures/lesson-source.ts';

const labels = (code: string, alt = 'Un dessin.') => {
  const lesson = lessonOf(`### Titre\n\n${fence(`mermaid alt="${alt}"`, code)}`);
  return labelsOf(lesson, lesson.diagrams[0]!);
};

test('the fingerprint changes with the code and with the words, and with nothing else', () => {
  const { fingerprint } = labels('flowchart LR');
  expect(labels('flowchart LR').fingerprint).toBe(fingerprint);
  expect(labels('flowchart TB').fingerprint).not.toBe(fingerprint);
  expect(labels('flowchart LR', 'Autre chose.').fingerprint).not.toBe(fingerprint);
});

test('a drawing is named for its lesson and slide; its words are set in French typography', () => {
  expect(labels('flowchart LR', "Qu'est-ce ?")).toMatchObject({
    id: 'essai-d1',
    title: 'Titre',
    description: 'Qu’est-ce\u202F?',
  });
});

test('the version of mermaid in the fingerprint is the one installed', () => {
  const { version } = createRequire(import.meta.url)('mermaid/package.json') as { version: string };
  expect(MERMAID_VERSION).toBe(version);
});
