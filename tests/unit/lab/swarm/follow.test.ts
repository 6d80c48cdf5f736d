import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ClusterObject, Gone } from '../../../../src/cluster-map/types.ts';
import { followSwarm } from '../../../../src/lab/swarm/follow/follow.ts';
import { FakeEngines } from './fake-engine.ts';

let engines: FakeEngines;
let told: (ClusterObject | Gone)[];
let stops: string[];

beforeEach(async () => {
  engines = await FakeEngines.make();
  told = [];
  stops = [];
});
afterEach(() => engines.remove());

const follow = (patienceMs = 5_000) =>
  followSwarm({
    machines: [{ name: 'vagrantbox-1', container: 'c1' }],
    tell: (change) => told.push(change),
    stops: () => Promise.resolve(stops),
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

test('one that fails once is not drawn as empty, and not all was seen', async () => {
  await engines.set('c1', 'running', ['web']);
  const following = await follow();
  await engines.set('c1', 'failing');
  expect(await following.stop()).toBe(false);
  expect(names()).toEqual(['vagrantbox-1', 'web']);
});

test('one that never answers is not drawn as a machine that is off, and nothing was seen', async () => {
  await engines.set('c1', 'off');
  const following = await follow();
  expect(await following.stop()).toBe(false);
  expect(told).toEqual([]);
});

test('one that the lesson stops and starts is drawn so, and all was seen', async () => {
  await engines.set('c1', 'running', ['web']);
  const following = await follow();
  stops.push('vagrantbox-1');
  await engines.set('c1', 'off');
  await vi.waitFor(() => expect(told).toContainEqual({ kind: 'Pod', name: 'web', gone: true }), 3_000);
  expect(told).toContainEqual(expect.objectContaining({ name: 'vagrantbox-1', ready: false }));
  await engines.set('c1', 'running', ['web']);
  await vi.waitFor(() => expect(names().at(-1)).toBe('web'), 5_000);
  expect(await following.stop()).toBe(true);
});

test('one that dies after the lesson started it again was not stopped by the lesson', async () => {
  stops.push('vagrantbox-1', 'vagrantbox-2');
  await engines.set('c1', 'running', ['web']);
  const following = await follow();
  await engines.set('c1', 'off');
  await new Promise((resolve) => setTimeout(resolve, 200));
  await engines.set('c1', 'running', ['web']);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(await following.stop()).toBe(false);
  expect(names()).toEqual(['vagrantbox-1', 'web']);
});
