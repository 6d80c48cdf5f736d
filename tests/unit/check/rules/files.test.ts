import { expect, test } from 'vitest';
import { checkCourse } from '../../../../src/check/check.ts';
import { courseOf, findingsIn, findingsInFence } from '../course-of.ts';

test.each([
  ['kubectl apply -f web.yaml', ['1:18 fichier-absent']],
  ['kubectl apply --filename=web.yaml', ['1:26 fichier-absent']],
  ['kubectl -n a delete -f a.yaml,b.yaml', ['1:24 fichier-absent', '1:31 fichier-absent']],
  ['kubectl apply -k base', ['1:18 fichier-absent']],
  ['kubectl diff -f web.yaml\necho a > web.yaml', ['1:17 fichier-absent']],
])('%j reads what nothing wrote', (code, findings) => {
  expect(findingsInFence('bash', code)).toEqual(findings);
});

test.each([
  'echo a > web.yaml\ncat web.yaml',
  'kubectl get pod x -o yaml | tee web.yaml >/dev/null\nkubectl apply -f ./web.yaml',
  'mkdir base; echo a > base/a; kubectl apply -k base/',
  'curl -sSLO https://exemple.fr/web.yaml\nkubectl apply -f web.yaml',
  'git clone https://exemple.fr/geostack.git\nkubectl apply -f geostack/base/web.yaml',
  'kubectl cp web:/etc/web.conf web.conf\ncat web.conf',
  'kubectl apply -f https://exemple.fr/web.yaml -f /tmp/x -f "$FILE" -f *.yaml -f -',
  'kubectl logs -f web',
  'kubectl exec web -- cat web.conf',
  'cd ailleurs\ncat web.yaml',
  'tar xzf a.tgz\ncat web.yaml',
  'generer --sortie=web.yaml\ncat web.yaml',
  'ls 2>&1 <&0',
  "bash -c 'ls'",
])('%j raises no alarm', (code) => {
  const known = { adresse: 'https://exemple.fr/web.yaml', version: '1', sha256: '0'.repeat(64), role: 'essai' };
  // an entry that nothing uses would be a warning of another rule
  const downloads = code.includes(known.adresse) ? [known] : [];
  expect(findingsInFence('bash', code, { downloads })).toEqual([]);
});

const write = '```conf file=a/web.conf\nx\n```\n';

test('a fence with file= writes from there on', () => {
  const read = '```bash\nkubectl apply -f a/web.conf\n```\n';
  expect(findingsIn(write + read + '```bash\nkubectl apply -f a\n```\n')).toEqual([]);
  const [finding] = checkCourse(courseOf({ essai: read + write }));
  expect(finding?.fix).toBe('placez avant cet extrait le bloc qui l’écrit (ligne 11)');
});

test('a near name is proposed, an expected failure is not flagged', () => {
  const [finding] = checkCourse(courseOf({ essai: write + '```bash\nkubectl apply -f a/web.cnf\n```\n' }));
  expect(finding?.fix).toBe('vouliez-vous dire « a/web.conf » ?');
  expect(findingsInFence('bash exit=1', 'kubectl apply -f absent')).toEqual([]);
});
