import { expect, test } from 'vitest';
import { checkCourse } from '../../../../src/check/check.ts';
import { courseOf, findingsIn } from '../course-of.ts';

const hidden = (code: string): string => `\`\`\`bash hidden\n${code}\n\`\`\`\n`;
const shown = (code: string, info = ''): string => `\`\`\`bash ${info}\n${code}\n\`\`\`\n`;

test.each([
  [hidden('ville=Lyon') + shown('echo "$ville"'), ['2:1 hidden-definit']],
  [hidden('ville=Lyon') + shown('true', 'wait="Ready of pod/$ville"'), ['2:1 hidden-definit']],
  [hidden('true\nsalut() { echo a; }') + shown('salut'), ['3:1 hidden-definit']],
  [hidden('read -r n < <(echo 3)') + shown('n=$((n + 1))'), ['2:9 hidden-definit']],
  [hidden('export KUBECONFIG=/tmp/x'), ['2:8 hidden-definit']],
  [hidden('PATH=/tmp'), ['2:1 hidden-definit']],
  [hidden('LC_ALL=C'), ['2:1 hidden-definit']],
])('what a reader does not have is used: %j', (text, findings) => {
  expect(findingsIn(text)).toEqual(findings);
});

test.each([
  hidden('n=$(kubectl get pods -o name | wc -l); [ "$n" -gt 0 ]'),
  hidden('ville=Lyon') + shown('ville=Paris; echo "$ville"'),
  hidden('ville=Lyon') + shown('ville=Paris') + shown('echo "$ville"'),
  hidden('ville=Lyon') + hidden('test "$ville" = Lyon'),
  hidden('ville=Lyon') + shown("echo '$ville'"),
  hidden('(ville=Lyon; echo "$ville" >/dev/null)') + shown('echo "$ville"'),
])('nothing is used: %j', (text) => {
  expect(findingsIn(text)).toEqual([]);
});

test('the message names the line that depends on it', () => {
  const [finding] = checkCourse(courseOf({ essai: hidden('ville=Lyon') + shown('echo "$ville"') }));
  expect(finding?.message).toBe(
    'hidden définit la variable « ville », dont dépend l’extrait de la ligne 11 : le lecteur ne l’a pas',
  );
});
