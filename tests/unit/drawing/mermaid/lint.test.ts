import { expect, test } from 'vitest';
import { lintDiagrams } from '../../../../src/drawing/mermaid/lint.ts';
import { courseWith } from '../../../fixtures/course-of.ts';
import { BODY_LINE, fence, lessonOf } from '../../../fixtures/lesson-source.ts';

/** `line code fix` of each finding; lines count in the fence's code. */
const found = (...code: string[]): string[] =>
  lintDiagrams(courseWith([], [lessonOf(fence('mermaid alt="Un dessin."', ...code))])).map(
    ({ line, code: kind, fix }) => `${line - BODY_LINE} ${kind} ${fix}`,
  );

test('the three types and all the classes of the course are sound', () => {
  expect(found('flowchart LR', '  A(Pod):::pod --> B[Service]:::objet', '  class A,B pret')).toEqual([]);
  expect(found('sequenceDiagram', '  participant K as kubectl')).toEqual([]);
  expect(found('stateDiagram-v2', '  [*] --> Pending', '  class Pending attente')).toEqual([]);
});

test('another type is told its nearest', () => {
  expect(found('sequencediagram', '  A->>B: x')).toEqual(['1 diagramme-type vouliez-vous dire « sequenceDiagram » ?']);
});

test('an unknown class is told at its line', () => {
  expect(found('flowchart LR', '  A:::pods --> B', '  class B noeuds')).toEqual([
    '2 diagramme-classe vouliez-vous dire « pod » ?',
    '3 diagramme-classe vouliez-vous dire « noeud » ?',
  ]);
});

test('what looks like a class inside a label is none', () => {
  expect(found('flowchart LR', '  A["a:::b"] --> B')).toEqual([]);
});

test.each(['%%{init: {}}%%', 'classDef x fill:#f00', 'style A fill:#f00', 'linkStyle 0 stroke:#f00', 'click A "x"'])(
  'colours, settings and links of mermaid are refused: %s',
  (line) => {
    expect(found('flowchart LR', '  A --> B', `  ${line}`)).toMatchObject([
      expect.stringMatching(/^3 diagramme-interdit/),
    ]);
  },
);
