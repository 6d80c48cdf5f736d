import { expect, test } from 'vitest';
import { clusterName, nodeNames } from '../../../../src/lab/kind/names.ts';
import { belongsTo } from '../../../../src/ledger/names.ts';

test('node names stay within kind’s 50 characters, however long the suffix', () => {
  const name = clusterName('a1b2c3', 'separer-les-responsabilites-dev-et-ops');
  expect(name).toMatch(/^orchestre-a1b2c3-separer-les-/);
  expect(nodeNames(name, 1)[0]?.length).toBeLessThanOrEqual(50);
  expect(clusterName('a1b2c3')).toBe('orchestre-a1b2c3');
});

test('a run owns what bears its whole id', () => {
  expect(belongsTo('a1b2c3', 'orchestre-a1b2c3')).toBe(true);
  expect(belongsTo('a1b2c3', 'orchestre-a1b2c3-reseau-worker')).toBe(true);
  expect(belongsTo('a1b2c3', 'orchestre-a1b2c3d')).toBe(false);
  expect(belongsTo('a1b2c3', '')).toBe(false);
});
