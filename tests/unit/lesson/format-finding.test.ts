import { expect, test } from 'vitest';
import { formatFinding, formatSummary } from '../../../src/lesson/format-finding.ts';
import type { Finding } from '../../../src/lesson/types.ts';

const finding: Finding = {
  file: 'content/04-pods/lecon.mdx',
  line: 12,
  column: 3,
  code: 'image-inconnue',
  message: 'l’image « a » manque',
  fix: 'ajoutez-la !',
  severity: 'error',
};
const size = { lessons: 1, snippets: 12 };

test('a finding is one line, with the spaces of French', () => {
  expect(formatFinding(finding)).toBe(
    'content/04-pods/lecon.mdx:12:3  image-inconnue  l’image «\u00A0a\u00A0» manque  → ajoutez-la\u202F!',
  );
  expect(formatFinding({ ...finding, severity: 'warning' })).toContain('  image-inconnue (avertissement)  ');
});

test.each([
  [[], 'Rien à signaler dans 1 leçon (12 extraits).'],
  [[finding, finding], '2 erreurs, 0 avertissement dans 1 leçon (12 extraits).'],
])('the summary counts', (findings, summary) => {
  expect(formatSummary(findings, size)).toBe(summary);
});
