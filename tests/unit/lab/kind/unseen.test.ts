import { describe, expect, test } from 'vitest';
import { PodHistory } from '../../../../src/lab/kind/pod-history.ts';
import { unseenTroubles } from '../../../../src/lab/kind/unseen.ts';

/** Rows as kubectl prints them for the watch's columns. */
const row = (
  name: string,
  cells: {
    owner?: [string, string];
    phase?: string;
    ready?: string;
    restarts?: number;
    reason?: string;
    deleted?: boolean;
  } = {},
) => {
  const {
    owner = ['<none>', '<none>'],
    phase = 'Running',
    ready = 'True',
    restarts = 0,
    reason = '<none>',
    deleted = false,
  } = cells;
  return [
    'essai',
    name,
    ...owner,
    phase,
    ready,
    String(restarts),
    '<none>',
    reason,
    deleted ? '2026-11-26T10:00:00Z' : '<none>',
  ].join('   ');
};
const OF_WEB: [string, string] = ['ReplicaSet', 'web-6d8f7c9b4d'];

function troubles(
  rows: readonly (readonly [atMs: number, row: string])[],
  shown: { code: string; output: string }[] = [],
) {
  const history = new PodHistory();
  for (const [atMs, each] of rows) history.take(each, atMs);
  return unseenTroubles(history.pods(), shown, 60_000).map(({ name }) => name);
}

describe('what went wrong unseen', () => {
  test.each([
    [
      'a container that restarted, though it looks well again',
      [
        [0, row('web-6d8f7c9b4d-2xk9p', { owner: OF_WEB, restarts: 1, reason: 'Error' })],
        [5, row('web-6d8f7c9b4d-2xk9p', { owner: OF_WEB })],
      ],
      ['web'],
    ],
    [
      'a container that could not be started at first, by a busy node, and then ran',
      [
        [0, row('web-6d8f7c9b4d-2xk9p', { owner: OF_WEB, restarts: 1, ready: 'False', reason: 'StartError' })],
        [5, row('web-6d8f7c9b4d-2xk9p', { owner: OF_WEB, restarts: 1, reason: 'StartError' })],
      ],
      [],
    ],
    [
      'a container that cannot be started at all',
      [[0, row('web-6d8f7c9b4d-2xk9p', { owner: OF_WEB, restarts: 3, ready: 'False', reason: 'StartError' })]],
      ['web'],
    ],
    [
      'a container that could not be started, then ended badly',
      [
        [0, row('a', { restarts: 1, ready: 'False', reason: 'StartError' })],
        [5, row('a', { restarts: 2, reason: 'Error' })],
      ],
      ['a'],
    ],
    ['a Pod that was never ready', [[0, row('a', { ready: 'False', phase: 'Pending' })]], ['a']],
    ['a Pod that failed', [[0, row('a', { ready: 'False', phase: 'Failed' })]], ['a']],
    ['a Pod that was just asked for', [[50_000, row('a', { ready: 'False', phase: 'Pending' })]], []],
    [
      'a Pod deleted before it was ready',
      [
        [0, row('a', { ready: 'False', phase: 'Pending' })],
        [9, row('a', { ready: 'False', deleted: true })],
      ],
      [],
    ],
    [
      'a Pod that its deletion made fail',
      [
        [0, row('a')],
        [9, row('a', { ready: 'False', phase: 'Failed', reason: 'Error', deleted: true })],
      ],
      [],
    ],
    ['a finished one', [[0, row('a', { ready: 'False', phase: 'Succeeded' })]], []],
    [
      'three that are well',
      [
        [0, row('a')],
        [0, row('b')],
        [0, row('c')],
      ],
      [],
    ],
  ] as const)('%s', (_, rows, names) => {
    expect(troubles(rows)).toEqual(names);
  });

  test('is no failure where an output shows it', () => {
    const crashing = [[0, row('web-6d8f7c9b4d-2xk9p', { owner: OF_WEB, restarts: 3 })]] as const;
    expect(
      troubles(crashing, [
        { code: 'kubectl get pods', output: 'web-6d8f7c9b4d-2xk9p   1/1   Running   3 (2s ago)   10s' },
      ]),
    ).toEqual([]);
    expect(
      troubles(crashing, [{ code: 'kubectl describe pod -l app=web', output: 'Reason: CrashLoopBackOff' }]),
    ).toEqual([]);
    expect(
      troubles(crashing, [{ code: 'kubectl get pods', output: 'web-6d8f7c9b4d-2xk9p   1/1   Running   0   10s' }]),
    ).toEqual(['web']);
    expect(
      troubles(crashing, [
        { code: 'kubectl get pods', output: 'webapp-1   0/1   CrashLoopBackOff   3 (2s ago)   10s' },
      ]),
    ).toEqual(['web']);
  });
});
