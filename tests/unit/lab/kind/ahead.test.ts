import { expect, test } from 'vitest';
import { ClustersAhead } from '../../../../src/lab/kind/ahead.ts';
import type { Cluster } from '../../../../src/lab/kind/types.ts';

const cluster: Cluster = {
  name: 'orchestre-abc123-suite',
  kubeconfig: '/tmp/kubeconfig',
  settings: { image: 'kindest/node:v1.37.0', kindVersion: '0.33.0', nodes: 1 },
  nodes: ['orchestre-abc123-suite-control-plane'],
  kubernetesVersion: 'v1.37.0',
};

test('what was begun is given once, and begun once however often it is announced', async () => {
  const ahead = new ClustersAhead();
  let made = 0;
  const make = (): Promise<Cluster> => {
    made += 1;
    return Promise.resolve(cluster);
  };
  ahead.begin('suite', make);
  ahead.begin('suite', make);
  expect(await ahead.take('suite')).toBe(cluster);
  expect(await ahead.take('suite')).toBeUndefined();
  expect(made).toBe(1);
});

test('one that could not be made is nobody’s error: whoever asks makes it himself', async () => {
  const ahead = new ClustersAhead();
  ahead.begin('suite', () => Promise.reject(new Error('no more memory')));
  expect(await ahead.take('suite')).toBeUndefined();
  expect(await ahead.take('autre')).toBeUndefined();
});
