import { expect, test } from 'vitest';
import { checkCourse } from '../../../../src/check/check.ts';
import { courseOf, findingsInFence } from '../course-of.ts';

const map = (data: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n${data}`;

test.each([
  ['kind: ConfigMap\nmetadata:\n  name: a', '1:1 manifeste-incomplet'],
  ['apiVersion: v1\nmetadata:\n  name: a', '1:1 manifeste-incomplet'],
  ['apiVersion: v1\nkind: ConfigMap', '1:1 nom-manquant'],
  ['apiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels: {}', '4:3 nom-manquant'],
  ['apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name:', '4:3 nom-manquant'],
  ['- a\n- b', '1:1 manifeste-incomplet'],
  ['apiVersion: v1\nkind: configmap\nmetadata:\n  name: a', '2:7 kind-inconnu'],
  ['apiVersion: v1\nkind: Deployment\nmetadata:\n  name: a', '2:7 kind-inconnu'],
  ['apiVersion: app/v1\nkind: Deployment\nmetadata:\n  name: a', '1:13 apiversion-inconnue'],
  ['apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata:\n  name: a', '1:13 apiversion-inconnue'],
  ['apiVersion: networking.k8s.io/v1beta1\nkind: Ingress\nmetadata:\n  name: a', '1:13 apiversion-inconnue'],
  ['apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a', '1:1 champ-manquant'],
  [map('spec: {}'), '5:1 champ-inconnu'],
  [map('data:\n  a: 1'), '6:6 type-inattendu'],
  ['apiVersion: network.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: a', '1:13 apiversion-inconnue'],
  ['apiVersion: rbac.authorisation.k8s.io/v1\nkind: Role\nmetadata:\n  name: a', '1:13 apiversion-inconnue'],
  ['apiVersion: networking.k8s.o/v1\nkind: NetworkPolicy\nmetadata:\n  name: a', '1:13 apiversion-inconnue'],
  ['apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster', '1:13 pas-kubernetes'],
  ['apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization', '1:13 pas-kubernetes'],
  ['apiVersion: v1\nkind: toString\nmetadata:\n  name: a', '2:7 kind-inconnu'],
  ['apiVersion: constructor\nkind: toString\nmetadata:\n  name: a', '1:13 apiversion-inconnue'],
  [map('constructor: a'), '5:1 champ-inconnu'],
  [map('data: text'), '5:7 type-inattendu'],
  [`${map('data: {}')}\n---\n${map('datas: {}')}`, '11:1 champ-inconnu'],
  ['apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\ndata:\n  mdp: "secret!"', '6:8 type-inattendu'],
  [
    'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Pood\n    metadata: { name: a }',
    '5:11 kind-inconnu',
  ],
])('%j is refused where it stands', (code, finding) => {
  expect(findingsInFence('yaml', code)).toEqual([finding]);
});

test.each([
  map('data: { a: "1", b: oui }\nbinaryData: { c: YQ== }'),
  map('data:'),
  'apiVersion: v1\nkind: ConfigMap\nmetadata: { generateName: a- }',
  'apiVersion: traefik.io/v1alpha1\nkind: IngressRoute\nmetadata: { name: a }\nspec: { anything: 1 }',
  'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: { name: a }',
  'apiVersion: metrics.k8s.io/v1beta1\nkind: PodMetrics\nmetadata: { name: a }',
  'apiVersion: snapshot.storage.k8s.io/v1\nkind: VolumeSnapshot\nmetadata: { name: a }',
  'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: a }',
  'apiVersion: acid.zalan.do/v1\nkind: postgresql\nmetadata: { name: a }',
  'apiVersion: authorization.k8s.io/v1\nkind: SelfSubjectAccessReview\nspec: {}',
  'apiVersion: v1\nkind: List\nitems: []',
])('%j is left to the server, or right', (code) => {
  expect(findingsInFence('yaml', code)).toEqual([]);
});

test.each(['yaml schema=aucun file=values.yaml', 'yaml exit=1'])('%s leaves the schema out', (info) => {
  expect(findingsInFence(info, 'image: nginx')).not.toContain('1:1 manifeste-incomplet');
});

test('the right API is proposed for a misspelt group', () => {
  const policy = 'apiVersion: network.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: a';
  const [finding] = checkCourse(courseOf({ essai: `\`\`\`yaml\n${policy}\n\`\`\`\n` }));
  expect(finding?.fix).toBe('vouliez-vous dire « networking.k8s.io/v1 » ?');
});
