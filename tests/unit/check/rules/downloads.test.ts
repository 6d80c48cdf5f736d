import { expect, test } from 'vitest';
import { checkCourse } from '../../../../src/check/check.ts';
import { courseOf } from '../course-of.ts';

const KNOWN = 'https://exemple.fr/v1/objets.yaml';
const OTHER = 'https://raw.githubusercontent.com/a/b/v2/c.yaml';

function found(info: string, code: string) {
  const downloads = [{ adresse: KNOWN, version: '1', sha256: '0'.repeat(64), role: 'essai' }];
  return checkCourse({ ...courseOf({ essai: `\`\`\`${info}\n${code}\n\`\`\`\n` }), downloads }).filter(
    (finding) => finding.code.startsWith('telechargement') && finding.severity === 'error',
  );
}

test.each([
  `kubectl apply -f ${OTHER}`,
  `kubectl apply --server-side --filename=${OTHER}`,
  `kubectl create -n argocd -f '${OTHER}'`,
  `kubectl apply -k ${OTHER}`,
  `curl -fsSLO ${OTHER}`,
  `curl -fsSL ${OTHER} | kubectl apply -f -`,
  `curl --url ${OTHER} -o x`,
  `wget -q ${OTHER}`,
  `x=$(curl -s ${OTHER})`,
  `url=${OTHER}; curl -fsSLO "$url"`,
])('an address that the list lacks: %s', (code) => {
  expect(found('bash', code).map((each) => each.code)).toEqual(['telechargement-inconnu']);
});

test('the finding stands at the address, and has the line to add', () => {
  const [finding] = found('bash', `true\ncurl -fsSLO ${OTHER}`);
  expect(finding?.column).toBe(13);
  expect(finding?.fix).toContain(`- { adresse: "${OTHER}", version: …, sha256: …, role: … }`);
});

test('an address of a kustomization counts too', () => {
  const yaml = `resources:\n  - ${OTHER}\n  - web.yaml`;
  expect(found('yaml file=kustomization.yaml schema=aucun', yaml).map(({ code }) => code)).toEqual([
    'telechargement-inconnu',
  ]);
});

test('one that is computed cannot be compared', () => {
  expect(found('bash', 'v=1.2; kubectl apply -f https://exemple.fr/$v/c.yaml').map(({ code }) => code)).toEqual([
    'telechargement-calcule',
  ]);
});

test.each([
  `curl -fsSLO ${KNOWN}`,
  'curl http://localhost:8080/',
  'curl http://web/',
  'curl http://whoami.localhost/ -H "Host: a.fr"',
  'curl "http://$ip:8080/" http://10.0.0.1/ http://web.default.svc.cluster.local',
  'kubectl exec client -- curl http://exemple.fr',
  `echo ${OTHER}`,
  'kubectl apply -f web.yaml',
])('a known one, a service of the lesson’s own, or a mere word is no finding: %s', (code) => {
  expect(found('bash', code)).toEqual([]);
});
