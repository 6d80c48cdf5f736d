import { expect, test } from 'vitest';
import { findingsInFence } from '../course-of.ts';

const check = (code: string): string[] => findingsInFence('yaml', code);

/** A Deployment whose container has these lines; the first is line 14. */
const container = (lines: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
${lines.replace(/^/gm, '          ')}`;

test.each([
  ['imagePullPolice: Always', '14:11 champ-inconnu'],
  ['Image: nginx:1.30', '14:11 champ-inconnu'],
  ['ports:\n  - containerPort: "80"', '15:30 type-inattendu'],
  ['ports:\n  - name: http', '15:15 champ-manquant'],
  ['ports:\n  containerPort: 80', '15:13 type-inattendu'],
  ['ports: 80', '14:18 type-inattendu'],
  ['args: [1]', '14:18 type-inattendu'],
  ['tty: "true"', '14:16 type-inattendu'],
  ['imagePullPolicy: always', '14:28 valeur-inconnue'],
  ['env:\n  - name: A\n    value: 1', '16:22 type-inattendu'],
  ['env:\n  - name: A\n    value: yes', '16:22 type-inattendu'],
  ['env:\n  - value: a', '15:15 champ-manquant'],
  ['resources:\n  limits: { cpu: 1O0m }', '15:28 type-inattendu'],
  ['livenessProbe:\n  httpGet: { port: true }', '15:30 type-inattendu'],
])('%j is refused where it stands', (lines, finding) => {
  expect(check(container(lines))).toEqual([finding]);
});

test.each([
  'image: nginx',
  'args: ["1", "~", 12:30]',
  'args: [~]',
  'resources:\n  limits: { cpu: 0.5, memory: 64Mi }\n  requests: { cpu: 250m, memory: 1e3 }',
  'livenessProbe:\n  httpGet: { port: http }',
  'livenessProbe:\n  httpGet: { port: 80 }',
  'ports:\n  - containerPort: 80.0',
  'env:\n  - name: A\n    value:',
  'securityContext:\n',
])('%j is accepted', (lines) => {
  expect(check(container(lines)).filter((finding) => !finding.endsWith('image-inconnue'))).toEqual([]);
});

test('a merged mapping counts as written', () => {
  const code = `apiVersion: v1
kind: ConfigMap
metadata: &meta { name: a }
---
apiVersion: v1
kind: Pod
metadata:
  name: a
spec:
  containers:
    - &one { name: a, args: [a] }
    - <<: *one
      name: b`;
  expect(check(code)).toEqual([]);
});
