import { expect, test } from 'vitest';
import { findingsIn, findingsInFence } from '../course-of.ts';

test.each([
  ['bash retry=5s', 'ls\nkubectl delete pod x', ['2:1 retry-modifie']],
  ['bash hidden', 'kubectl delete pod x', ['1:1 hidden-modifie']],
  ['bash retry=5s hidden', 'touch x', ['1:1 hidden-modifie', '1:1 retry-modifie']],
  ['bash retry=5s', 'kubectl exec x -- ls', ['1:1 retry-modifie']],
  ['bash retry=5s readonly', 'kubectl exec x -- ls', []],
  ['bash retry=5s', 'kubectl get pods', []],
  ['bash hidden', 'pod=$(kubectl get pods -o name)', []],
  ['bash', 'kubectl delete pod x', []],
  ['bash retry=5s', 'n=$((n+1))\necho "essai $n"', ['1:1 retry-accumule']],
  ['bash retry=5s', 'echo a; ((n++))', ['1:11 retry-accumule']],
  ['bash retry=5s', 'avant=$apres; apres=$(kubectl get pods -o name)', ['1:15 retry-accumule']],
  ['bash retry=5s', 'n=0; for p in $(kubectl get pods -o name); do n=$((n+1)); done; echo $n', []],
  ['bash retry=5s', 'kubectl get pods | while read -r l; do n=$((n+1)); done', []],
  ['bash retry=5s', 'n=$(kubectl get pods | wc -l); [ "$n" -eq 3 ]', []],
  ['bash', 'n=$((n+1))', []],
])('```%s %j', (info, code, findings) => {
  expect(findingsInFence(info, code)).toEqual(findings);
});

const exercise = (check: string, before = ''): string =>
  `${before}<Exercice titre="Essai">\n\n\`\`\`bash check\n${check}\n\`\`\`\n\n<Solution>\n\n\`\`\`bash\ntouch a\n\`\`\`\n\n</Solution>\n\n</Exercice>\n`;

test.each([
  ['[ -f fait ] || { touch fait; false; }', ['4:18 check-modifie']],
  ['n=$((n + 1)); [ "$n" -gt 1 ]', ['4:1 retry-accumule']],
  ['[ -f fait ] && ! diff a b', []],
])('a check changes nothing: %j', (check, findings) => {
  expect(findingsIn(exercise(check))).toEqual(findings);
});

test('a function of an earlier snippet may be called where it only reads', () => {
  const defining = (body: string): string => `\`\`\`bash\nbilan() { ${body}; }\n\`\`\`\n\n`;
  expect(findingsIn(exercise('bilan', defining('kubectl get pods')))).toEqual([]);
  expect(findingsIn(exercise('bilan', defining('kubectl logs a > journal')))).toEqual(['8:1 check-modifie']);
});
