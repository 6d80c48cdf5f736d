import { expect, test } from 'vitest';
import { commandsOf } from '../../../src/lesson/commands.ts';
import { fence, lessonOf } from '../../fixtures/lesson-source.ts';

const commands = (info: string) => {
  const [snippet] = lessonOf(fence(info, 'a: 1')).snippets;
  return snippet === undefined ? undefined : commandsOf(snippet);
};

test('apply stands for the command that a student types', () => {
  expect(commands('yaml file=web.yaml apply')).toEqual({ apply: 'kubectl apply -f web.yaml', waits: [] });
});

test.each([
  ['deployment/web', ['kubectl rollout status deployment/web --timeout=60s']],
  ['deployment/web -n autre', ['kubectl rollout status deployment/web -n autre --timeout=60s']],
  ['delete of pod/web', ['kubectl wait --for=delete pod/web --timeout=60s']],
  [
    'Ready of pod -l app=web',
    [
      'kubectl wait --for=create pod -l app=web --timeout=60s',
      'kubectl wait --for=condition=Ready pod -l app=web --timeout=60s',
    ],
  ],
])('wait="%s"', (wait, expected) => {
  expect(commands(`bash wait="${wait}"`)?.waits).toEqual(expected);
});
