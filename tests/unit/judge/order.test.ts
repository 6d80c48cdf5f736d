import { describe, expect, test } from 'vitest';
import { like } from '../../../src/judge/accept/like.ts';
import { scopeOf } from '../../../src/judge/accept/scope.ts';
import { text } from './text.ts';

const reversed = (table: string, from = 1): string => {
  const lines = table.trimEnd().split('\n');
  return [...lines.slice(0, from), ...lines.slice(from).toReversed()].join('\n');
};

const WATCH = text`
  NAME                   READY   STATUS              RESTARTS   AGE
  web-6df8c6547f-fl648   0/1     Pending             0          0s
  web-6df8c6547f-fl648   0/1     ContainerCreating   0          0s
  web-6df8c6547f-fl648   1/1     Running             0          2s
`.trimEnd();
const EVENTS = text`
  REASON      OBJECT
  Scheduled   web-6d8f7c9b4d-2xk9p
  Pulled      web-6d8f7c9b4d-2xk9p
  Created     web-6d8f7c9b4d-2xk9p
  Started     web-6d8f7c9b4d-2xk9p
`.trimEnd();
const again = (table: string): string => table.replaceAll('fl648', 'zz222').replaceAll('2xk9p', 'bbbbb');

describe('rows of one object', () => {
  test.each([
    ['--watch', WATCH],
    ['events', EVENTS],
    ['events, whose names are elided', EVENTS.replaceAll('2xk9p', '…')],
    ['events, of which the first are elided', EVENTS.replace(/\n.*/, '\n…')],
  ])('keep their order: %s', (_, expected) => {
    const printed = expected.startsWith('NAME') ? WATCH : EVENTS;
    expect(like(expected, again(printed)).ok).toBe(true);
    expect(like(expected, reversed(again(printed))).ok).toBe(false);
  });

  test('and a refusal says which row does not', () => {
    const refused = like(EVENTS, reversed(again(EVENTS)));
    expect(refused.ok || refused.differences).toMatchObject([
      { line: 3, reason: expect.stringContaining('gardent leur ordre') as string },
      { line: 4 },
      { line: 5 },
    ]);
  });

  test('and alternate with those of another as they like', () => {
    const two = `${EVENTS}\n${EVENTS.replace(/.*\n/, '').replaceAll('2xk9p', '9zzzz')}`;
    const [header = '', ...rows] = again(two).split('\n');
    const alternating = [0, 4, 1, 5, 6, 2, 7, 3].map((index) => rows[index] ?? '');
    expect(like(two, [header, ...alternating].join('\n')).ok).toBe(true);
    expect(like(two, [header, ...alternating.with(0, rows[1] ?? '').with(2, rows[0] ?? '')].join('\n')).ok).toBe(false);
  });
});

describe('rows that a time sorts', () => {
  const pods = (...rows: readonly [name: string, status: string, age: string][]): string =>
    ['NAME   STATUS   AGE', ...rows.map(([name, status, age]) => `web-6df8c6547f-${name}   ${status}   ${age}`)].join(
      '\n',
    );
  const expected = pods(['bbbbb', 'Running', '30s'], ['ccccc', 'Pending', '5s']);
  const sorted = scopeOf('kubectl get pods --sort-by=.metadata.creationTimestamp', new Set());

  test('keep their order, but those of one moment', () => {
    const other = pods(['ddddd', 'Pending', '2m'], ['fffff', 'Running', '7s']);
    expect(like(expected, other).ok).toBe(true);
    expect(like(expected, other, sorted).ok).toBe(false);
    expect(like(expected, reversed(other), sorted).ok).toBe(true);
    expect(like(expected, other.replace('2m', '7s'), sorted).ok).toBe(true);
  });
});
