import { expect, test } from 'vitest';
import { checkCourse } from '../../../../src/check/check.ts';
import { courseOf, findingsInFence } from '../course-of.ts';

const images = [{ image: 'nginx:1.30', role: 'web', absente: false }];
const pod = (image: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: a\n      image: ${image}`;

test.each([
  ['yaml', pod('nginx:1.3'), ['7:14 image-inconnue']],
  ['yaml', pod('nginx'), ['7:14 image-inconnue']],
  ['yaml', pod('nginx@sha256:abc'), ['7:14 image-par-empreinte']],
  ['yaml', pod('nginx:1.30'), []],
  ['yaml schema=aucun file=compose.yaml', 'services: { a: { image: redis:8 } }', ['1:25 image-inconnue']],
  ['yaml schema=aucun file=values.yaml', 'image: { repository: redis }\nb: { image: "$IMAGE" }', []],
  ['bash', 'kubectl create deployment a --image=redis:8', ['1:37 image-inconnue']],
  ['bash', 'kubectl run a --image redis:8 -- sh', ['1:23 image-inconnue']],
  ['bash', 'kubectl set image deployment/a a=redis:8', ['1:34 image-inconnue']],
  ['bash', 'kubectl set image deployment/a a=nginx:1.30', []],
  ['bash', 'docker run -d --name a -p 80:80 redis:8 sh', ['1:33 image-inconnue']],
  ['bash', 'docker run --rm -it redis:8', ['1:21 image-inconnue']],
  ['bash', 'docker pull redis:8', ['1:13 image-inconnue']],
  ['bash', 'docker service create --replicas 3 --name a redis:8', ['1:45 image-inconnue']],
  ['bash', 'docker exec box docker run -d redis:8', ['1:31 image-inconnue']],
  ['bash', 'docker run "$IMAGE"', []],
  ['bash', 'kubectl apply -f - <<FIN\n  - image: redis:8\nFIN', ['2:12 image-inconnue']],
])('```%s %j', (info, code, findings) => {
  expect(findingsInFence(info, code, { images }).filter((each) => !each.endsWith('image-inutile'))).toEqual(findings);
});

test('the nearest image of the catalogue is proposed', () => {
  const [finding] = checkCourse(courseOf({ essai: '```bash\ndocker pull nginx:1.3\n```\n' }, images));
  expect(finding?.fix).toBe('vouliez-vous dire « nginx:1.30 » ?');
});

test('an entry that no lesson uses is a warning', () => {
  const [finding] = checkCourse(courseOf({ essai: '' }, images));
  expect(finding).toMatchObject({ file: 'content/images.yaml', code: 'image-inutile', severity: 'warning' });
  expect(checkCourse(courseOf({ essai: '```bash\ndocker pull nginx:1.30\n```\n' }, images))).toEqual([]);
});
