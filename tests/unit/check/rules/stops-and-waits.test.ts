import { expect, test } from 'vitest';
import { findingsIn, findingsInFence } from '../course-of.ts';

const start = '```bash id=pont background\nkubectl port-forward svc/web 8080:80\n```\n';
const stop = (id: string): string => `\`\`\`bash stop=${id}\ntrue\n\`\`\`\n`;

test.each([
  [start + stop('pont'), []],
  [start + stop('pnot'), ['4:1 stop-inconnu']],
  [stop('pont') + start, ['1:1 stop-inconnu']],
  [start + stop('pont') + stop('pont'), ['7:1 stop-inconnu']],
  ['```bash id=pont\ntrue\n```\n' + stop('pont'), ['4:1 stop-inconnu']],
])('stop names what runs in the background above it: %j', (text, findings) => {
  expect(findingsIn(text)).toEqual(findings);
});

test.each([
  ['deployment/web', []],
  ['deployment/', ['0:1 attente-impossible']],
  ['Ready of pod/web', []],
  ['Ready of pod -l app=web', []],
  ['delete of pod/web', ['0:1 attente-sans-objet']],
  ['delete of pod/$pod', []],
  ['Ready of pod', ['0:1 attente-impossible']],
  ['Ready of Pod/web', ['0:1 attente-impossible']],
  ['Ready of pod/Web_1', ['0:1 attente-impossible']],
])('wait="%s"', (wait, findings) => {
  expect(findingsInFence(`bash wait="${wait}"`, 'true')).toEqual(findings);
});

const waiting = (wait: string): string => `\`\`\`bash wait="${wait}"\nkubectl delete -f a.yaml\n\`\`\`\n`;
const made =
  '```yaml file=a.yaml\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: web-config, labels: { app: web } }\n```\n';

test.each([
  ['delete of configmap/web-config', []],
  ['delete of configmap -l app=web', []],
  ['delete of configmap/web-confg', ['6:1 attente-sans-objet']],
  ['delete of configmap/web-confi', ['6:1 attente-sans-objet']],
  ['delete of configmap -l app=wbe', ['6:1 attente-sans-objet']],
  ['Ready of pod/later', []],
])('what disappears was there: %s', (wait, findings) => {
  expect(findingsIn(made + waiting(wait))).toEqual(findings);
});
