import { beforeEach, expect, test } from 'vitest';
import type { ClusterObject, Gone } from '../../../src/cluster-map/types.ts';
import { Told } from '../../../src/lab/told.ts';

let changes: (ClusterObject | Gone)[];
let told: Told;

beforeEach(() => {
  changes = [];
  told = new Told((change) => changes.push(change));
});

const claim = (name: string, bound = true): ClusterObject => ({ kind: 'PersistentVolumeClaim', name, bound });

test('tells each change once', () => {
  told.take(claim('a', false));
  told.take(claim('a', false));
  told.take(claim('a'));
  expect(changes).toEqual([claim('a', false), claim('a')]);
});

test('what was never there is not gone, and what is gone is so once', () => {
  const gone = { kind: 'PersistentVolumeClaim', name: 'a', gone: true } as const;
  told.take(gone);
  told.take(claim('a'));
  told.take(gone);
  told.take(gone);
  expect(changes).toEqual([claim('a'), gone]);
});

test('of all that there is, tells what came, what changed and what is missing', () => {
  const elsewhere = { ...claim('c'), namespace: 'ailleurs' };
  told.takeAll([claim('a'), claim('b'), elsewhere]);
  changes.length = 0;
  told.takeAll([claim('a'), claim('d')]);
  expect(changes).toEqual([
    { kind: 'PersistentVolumeClaim', name: 'b', gone: true },
    { kind: 'PersistentVolumeClaim', name: 'c', namespace: 'ailleurs', gone: true },
    claim('d'),
  ]);
});
