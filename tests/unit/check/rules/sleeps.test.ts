import { expect, test } from 'vitest';
import { findingsInFence } from '../course-of.ts';

const FOUND = ['1:1 attente-fixe'];

test.each([
  ['sleep 2', FOUND],
  ['sleep 1 1', FOUND],
  ['sleep 0.5m', FOUND],
  ['sleep infinity', FOUND],
  ['sleep "$n"', FOUND],
  ['/bin/sleep 5', FOUND],
  ['true && sleep 5', ['1:9 attente-fixe']],
  ['f() { sleep 8; }', ['1:7 attente-fixe']],
  ['x=$(sleep 3)', ['1:5 attente-fixe']],
  ['command sleep 5', ['1:9 attente-fixe']],
  ['timeout -k 1 9 sleep 5', ['1:16 attente-fixe']],
  ["bash -c 'sleep 5'", ['1:9 attente-fixe']],
  ['true\nwhile true; do sleep 3; done', ['2:16 attente-fixe']],
])('a wait for a time is refused: %s', (code, findings) => {
  expect(findingsInFence('bash', code)).toEqual(findings);
});

test.each([
  'sleep 1',
  'sleep 1.9s',
  'until kubectl get pod x; do sleep 0.5; done',
  'kubectl run outils --image=busybox:1.37 -- sleep 3600',
  "kubectl exec web -- sh -c 'sleep 5'",
  'docker run -d busybox:1.37 sleep 60',
  'sleep 60 &',
  'echo sleep 60',
])('a pause, or a container’s or a job’s own time, is not: %s', (code) => {
  expect(findingsInFence('bash', code).filter((each) => each.endsWith('attente-fixe'))).toEqual([]);
});

test('nor what runs behind the snippet, nor a file', () => {
  expect(findingsInFence('bash background', 'sleep 60')).toEqual([]);
  expect(findingsInFence('sh file=attendre.sh', 'sleep 60')).toEqual([]);
});
