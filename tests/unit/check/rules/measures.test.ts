import { expect, test } from 'vitest';
import { findingsIn } from '../course-of.ts';

const SNIPPET = '```bash id=bascule\necho 2.4\n```\n\n```output\n2.4\n```\n\n';

test.each([
  [`${SNIPPET}Bascule : <Mesure de="bascule" unite="s" />.\n`, []],
  [`${SNIPPET}Bascule : <Mesure de="bascul" />.\n`, ['9:11 mesure-inconnue']],
  [`${SNIPPET}Bascule : <Mesure />.\n`, ['9:11 mesure-inconnue']],
  // Its own number would be another's after the next edit above it.
  ['```bash\necho 2.4\n```\n\n```output\n2.4\n```\n\n<Mesure de="s1" />\n', ['9:1 mesure-inconnue']],
  ['```bash id=a skip="trop long" review=2999-01-01\necho 2.4\n```\n\n<Mesure de="a" />\n', ['5:1 mesure-inconnue']],
  ['```yaml id=a file=a.yaml schema=aucun\na: 1\n```\n\n<Mesure de="a" />\n', ['5:1 mesure-inconnue']],
])('%j', (text, findings) => {
  expect(findingsIn(text)).toEqual(findings);
});
