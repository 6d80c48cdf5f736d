import { expect, test } from 'vitest';
import { checkCourse } from '../../../../src/check/check.ts';
import { courseOf, findingsInFence } from '../course-of.ts';

test.each([
  ['echo "a', '1:6 bash-illisible'],
  ["echo 'a", '1:6 bash-illisible'],
  ['ls\nif true; then\n  ls', '3:5 bash-illisible'],
  ['ls\nls |', '2:5 bash-illisible'],
  ['kubectl get <pod>', '1:18 bash-illisible'],
  ['echo $(ls', '1:6 bash-illisible'],
  ['echo )', '1:6 bash-illisible'],
  ['done', '1:1 bash-illisible'],
  ['cat <<FIN\ntexte', '1:5 bash-illisible'],
  ['echo "$(if true)"', '1:16 bash-illisible'],
])('%j is told where bash stumbles', (code, finding) => {
  expect(findingsInFence('bash', code)).toEqual([finding]);
});

test.each([
  'for i in 1 2; do echo "$i"; done',
  'cat <<FIN\n"\nFIN',
  '[[ $a =~ ^x(y|z)$ ]] && echo ${a//b/c} $((1 + 2))',
  'case $x in a|b) ls ;; *) ;; esac',
  'while read -r l; do echo "$l"; done < <(ls) 2>&1',
  '# rien qu’un commentaire',
])('%j is good bash', (code) => {
  expect(findingsInFence('bash', code)).toEqual([]);
});

test('the message is French', () => {
  const [finding] = checkCourse(courseOf({ essai: '```bash\nif true; then\n```\n' }));
  expect(finding?.message).toBe('une commande était attendue après « then »');
});
