import { expect, test } from 'vitest';
import { findingsInFence } from '../course-of.ts';

test.each([
  ['bash retry=5s', 'ls\nkubectl delete pod x', ['2:1 retry-modifie']],
  ['bash hidden', 'kubectl delete pod x', ['1:1 hidden-modifie']],
  ['bash retry=5s hidden', 'touch x', ['1:1 hidden-modifie', '1:1 retry-modifie']],
  ['bash retry=5s', 'kubectl exec x -- ls', ['1:1 retry-modifie']],
  ['bash retry=5s readonly', 'kubectl exec x -- ls', []],
  ['bash retry=5s', 'kubectl get pods', []],
  ['bash hidden', 'pod=$(kubectl get pods -o name)', []],
  ['bash', 'kubectl delete pod x', []],
])('```%s %j', (info, code, findings) => {
  expect(findingsInFence(info, code)).toEqual(findings);
});
