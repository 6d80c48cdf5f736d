import { expect, test } from 'vitest';
import { preparationOf } from '../../../src/site/prepare.ts';
import { lessonOf } from './lesson.ts';

const course = {
  titre: '',
  sousTitre: '',
  description: '',
  lecons: [],
  versions: { kind: '0.33.0', noeud: 'kindest/node:v1.37.0' },
};

test('a reader gets our cluster and our namespace', () => {
  expect(preparationOf(lessonOf(''), course)).toMatchObject({
    create: 'kind create cluster --name orchestre --image kindest/node:v1.37.0',
    namespace: 'kubectl create namespace essai\nkubectl config set-context --current --namespace=essai',
  });
});

test('and as many nodes as we have', () => {
  const { create } = preparationOf(lessonOf('', 'cluster: fresh\nnoeuds: 3'), course) ?? { create: '' };
  expect(create.match(/role: worker/g)).toHaveLength(2);
  expect(create).toMatch(/--config - <<'FIN'\n[\s\S]*\nFIN$/);
});

test('a lesson without a cluster prepares nothing', () => {
  expect(preparationOf(lessonOf('', 'cluster: none'), course)).toBeUndefined();
});
