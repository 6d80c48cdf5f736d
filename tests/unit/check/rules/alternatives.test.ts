import { expect, test } from 'vitest';
import { findingsIn } from '../course-of.ts';

test.each([
  ['```mermaid\nflowchart LR\n```\n', ['1:1 diagramme-sans-texte']],
  ['```mermaid alt=""\nflowchart LR\n```\n', ['1:1 diagramme-sans-texte']],
  ['```mermaid alt="Un Pod."\nflowchart LR\n```\n', []],
  ['Une ![](a.svg)\n', ['1:5 image-absente', '1:5 image-sans-texte']],
  ['Une ![image](a.svg)\n', ['1:5 image-absente']],
])('%j', (text, findings) => {
  expect(findingsIn(text)).toEqual(findings);
});
