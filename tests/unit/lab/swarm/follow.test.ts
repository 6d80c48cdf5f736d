import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClusterObject, Gone } from '../../../../src/cluster-map/types.ts';
import { followSwarm } from '../../../../src/lab/swarm/follow/follow.ts';
import { FakeEngines } from './fake-engine.ts';

let engines: FakeEngines;
let told: (ClusterObject | Gone)[];

beforeEach(async () => {
  engines = await FakeEngines.make();
  told = [];
});
afterEach(() => engines.remove());

const follow = (patienceMs = 5_000) =>
  followSwarm({
    machines: [{ name: 'vagrantbox-1', container: 'c1' }],
    tell: (change) => told.push(change),
    patienceMs,
  });
const names = () => told.map((each) => `${each.name}${'gone' in each ? ' gone' : ''}`);

test('what there is is told, and all of it until it is stopped', async () => {
  await engines.set('c1', 'running', ['web']);
  const following = await follow();
  expect(names()).toEqual(['vagrantbox-1', 'web']);
  await engines.set('c1', 'running', ['web', 'base']);
  expect(await following.stop()).toBe(true);
  expect(names()).toEqual(['vagrantbox-1', 'web', 'base']);
});

test('an engine that is frozen does not hold the lesson’s end, and nothing is told behind it', async () => {
  await engines.set('c1', 'running', ['web']);
  const following = await follow(300);
  await engines.set('c1', 'frozen');
  const began = performance.now();
  expect(await following.stop()).toBe(false);
  expect(performance.now() - began).toBeLessThan(3_000);
  const before = names();
  await engines.set('c1', 'running');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(names()).toEqual(before);
});

test('one that is frozen from the beginning is not waited for', async () => {
  await engines.set('c1', 'frozen');
  const following = await follow(200);
  await following.stop();
});
