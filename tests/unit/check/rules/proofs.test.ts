import { expect, test } from 'vitest';
import { checkCourse } from '../../../../src/check/check.ts';
import { courseOf, findingsIn } from '../course-of.ts';

const lesson = (info: string, output: string): string =>
  `\`\`\`bash ${info}\nls /absent\n\`\`\`\n\n\`\`\`output\n${output}\n\`\`\`\n`;

test.each([
  [lesson('', '…'), ['5:1 sortie-sans-preuve']],
  [lesson('exit=2', '…\n…'), ['5:1 sortie-sans-preuve']],
  [lesson('expect=regex', '.*'), ['5:1 sortie-sans-preuve']],
  [lesson('exit=2', 'ls: …'), []],
  [lesson('expect=regex', '\\d+'), []],
])('%j', (text, findings) => {
  expect(findingsIn(text)).toEqual(findings);
});

test('the reason and what to do stand apart', () => {
  const [finding] = checkCourse(courseOf({ essai: lesson('exit=2', '…') }));
  expect(finding?.fix).toBe('écrivez le message d’erreur');
});
