import { expect, test } from 'vitest';
import { clusterPreparation, lessonPreparation } from '../../../src/site/prepare.ts';
import { courseWith } from '../../fixtures/course-of.ts';
import { lessonOf } from './lesson.ts';

const course = courseWith([]).meta;
const RUN = '```bash\ntrue\n```\n';

test('a reader makes the course’s cluster once, with a kubectl that its server supports', () => {
  expect(clusterPreparation(course)).toMatchObject({
    create: 'kind create cluster --name orchestre --image kindest/node:v1.37.0',
    kubectl: '1.36 à 1.38',
  });
});

test('a lesson on the shared cluster asks for a folder and a namespace, and for no cluster', () => {
  expect(lessonPreparation(lessonOf(RUN), course)).toEqual({
    enter:
      'mkdir -p ~/orchestre/essai && cd ~/orchestre/essai\nkubectl create namespace essai\nkubectl config set-context --current --namespace=essai',
    namespace: true,
  });
});

test('a lesson with a cluster of its own says how to make one with as many nodes', () => {
  const { ownCluster = '' } = lessonPreparation(lessonOf(RUN, 'cluster: fresh\nnoeuds: 3'), course) ?? {};
  expect(ownCluster.match(/role: worker/g)).toHaveLength(2);
  expect(ownCluster).toMatch(/^kind delete cluster --name orchestre\n.* --config - <<'FIN'\n[\s\S]*\nFIN$/);
});

test('a lesson without a cluster names no namespace; one that runs nothing prepares nothing', () => {
  expect(lessonPreparation(lessonOf(RUN, 'cluster: none'), course)?.enter).not.toContain('kubectl');
  expect(lessonPreparation(lessonOf('Rien.', 'cluster: none'), course)).toBeUndefined();
});

test('a Swarm lesson has its three machines made, of the image that the verifier uses', () => {
  const { machines = '', enter = '' } = lessonPreparation(lessonOf(RUN, 'cluster: swarm'), course) ?? {};
  expect(machines).toContain("docker build -t orchestre-vagrantbox:26-dind - <<'FIN'\nFROM docker:26-dind\nRUN ");
  expect(machines).toContain('for m in vagrantbox-1 vagrantbox-2 vagrantbox-3; do docker run -d --init --privileged');
  expect(enter).toContain('docker exec -it vagrantbox-1');
});
