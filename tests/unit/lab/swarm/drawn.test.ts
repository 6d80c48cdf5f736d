import { describe, expect, test } from 'vitest';
import {
  drawnOf,
  isMoving,
  type MachineState,
  type RawContainer,
  type RawNode,
  type RawTask,
} from '../../../../src/lab/swarm/follow/drawn.ts';

const machine = (name: string, containers: readonly RawContainer[] = [], answers = true): MachineState => ({
  name,
  answers,
  containers,
});
const container = (name: string, changes: Partial<RawContainer> = {}): RawContainer => ({
  Names: [`/${name}`],
  Image: 'nginx:1.30',
  State: 'running',
  Status: 'Up 3 seconds',
  Labels: {},
  ...changes,
});
const node = (ID: string, Hostname: string, changes: Partial<RawNode> = {}): RawNode => ({
  ID,
  Spec: { Role: 'worker', Availability: 'active' },
  Description: { Hostname },
  Status: { State: 'ready' },
  ...changes,
});
const task = (ID: string, changes: Partial<RawTask> = {}): RawTask => ({
  ID,
  ServiceID: 's1',
  NodeID: 'n1',
  Slot: 1,
  CreatedAt: '2026-11-27T10:00:00Z',
  DesiredState: 'running',
  Status: { State: 'running' },
  Spec: { ContainerSpec: { Image: 'nginx:1.30@sha256:0123' } },
  ...changes,
});
const services = [{ ID: 's1', Spec: { Name: 'fond' }, ServiceStatus: { RunningTasks: 2, DesiredTasks: 3 } }];
const serviceNames = new Map([['s1', 'fond']]);
const nodes = [node('n1', 'vagrantbox-1'), node('n2', 'vagrantbox-2')];
const tasksDrawn = (tasks: readonly RawTask[]) =>
  drawnOf([], { nodes, services, tasks, serviceNames }).filter(({ kind }) => kind === 'Pod');

describe('machines that are no cluster', () => {
  test('are drawn with their containers, by the words of docker ps', () => {
    const objects = drawnOf([
      machine('vagrantbox-1', [
        container('carte', { Status: 'Up 2 seconds (health: starting)' }),
        container('base', { Status: 'Up 2 minutes (healthy)' }),
        container('import', { State: 'exited', Status: 'Exited (3) 2 minutes ago' }),
      ]),
    ]);
    expect(objects).toEqual([
      { kind: 'Node', name: 'vagrantbox-1', ready: true, schedulable: true, engine: 'docker' },
      expect.objectContaining({
        name: 'carte',
        node: 'vagrantbox-1',
        state: 'Running',
        ready: false,
        tag: 'nginx:1.30',
      }),
      expect.objectContaining({ name: 'base', state: 'Running', ready: true }),
      expect.objectContaining({ name: 'import', state: 'Exited (3)', ready: false }),
    ]);
  });

  test('are not ready where their engine does not answer', () => {
    expect(drawnOf([machine('vagrantbox-1', [], false)])).toEqual([expect.objectContaining({ ready: false })]);
  });
});

describe('machines that are a Swarm', () => {
  test('are what its manager believes of them', () => {
    const believed = [
      node('n1', 'vagrantbox-1', { Spec: { Role: 'manager', Availability: 'active' } }),
      node('n2', 'vagrantbox-2', { Spec: { Role: 'worker', Availability: 'drain' } }),
      node('n3', 'vagrantbox-3', { Status: { State: 'down' } }),
    ];
    // The second is dead, and nobody has noticed yet.
    const machines = [machine('vagrantbox-1'), machine('vagrantbox-2', [], false), machine('vagrantbox-3')];
    expect(drawnOf(machines, { nodes: believed, services: [], tasks: [], serviceNames })).toEqual([
      { kind: 'Node', name: 'vagrantbox-1', ready: true, schedulable: true, role: 'manager', engine: 'docker' },
      { kind: 'Node', name: 'vagrantbox-2', ready: true, schedulable: false, engine: 'docker' },
      { kind: 'Node', name: 'vagrantbox-3', ready: false, schedulable: true, engine: 'docker' },
    ]);
  });

  test('have services with their tasks, and each task once: its container is not drawn beside it', () => {
    const labels = { 'com.docker.swarm.service.name': 'fond' };
    const machines = [machine('vagrantbox-1', [container('fond.1.abcdefgh', { Labels: labels }), container('client')])];
    const objects = drawnOf(machines, { nodes, services, tasks: [task('abcdefgh')], serviceNames });
    expect(objects.slice(1)).toEqual([
      { kind: 'SwarmService', name: 'fond', wanted: 3, ready: 2 },
      expect.objectContaining({ kind: 'Pod', name: 'client' }),
      {
        kind: 'Pod',
        name: 'fond.1.abcde',
        node: 'vagrantbox-1',
        owner: { kind: 'SwarmService', name: 'fond' },
        state: 'Running',
        ready: true,
        restarts: 0,
        tag: 'nginx:1.30',
      },
    ]);
  });

  test('show of a place its newest task, and what has not ended of those before', () => {
    const before = task('aaaaa', { DesiredState: 'shutdown' });
    const ended = task('bbbbb', { DesiredState: 'shutdown', Status: { State: 'failed' } });
    const newest = task('ccccc', { CreatedAt: '2026-11-27T10:00:05Z', NodeID: 'n2', Status: { State: 'preparing' } });
    expect(tasksDrawn([before, ended, newest])).toEqual([
      expect.objectContaining({ name: 'fond.1.ccccc', node: 'vagrantbox-2', state: 'Preparing', ready: false }),
      expect.objectContaining({ name: 'fond.1.aaaaa', node: 'vagrantbox-1', state: 'Shutdown', ready: false }),
    ]);
  });

  test('show a task that was rejected, and none that left', () => {
    const rejected = task('aaaaa', { Slot: 1, DesiredState: 'shutdown', Status: { State: 'rejected' } });
    const left = task('bbbbb', { Slot: 2, DesiredState: 'shutdown', Status: { State: 'shutdown' } });
    expect(tasksDrawn([rejected, left])).toEqual([expect.objectContaining({ state: 'Rejected', ready: false })]);
  });

  test('show the tasks of a service that is gone until they are', () => {
    const tasks = [task('aaaaa', { DesiredState: 'remove' })];
    expect(drawnOf([], { nodes, services: [], tasks, serviceNames })).toEqual([
      expect.objectContaining({
        name: 'fond.1.aaaaa',
        state: 'Shutdown',
        owner: { kind: 'SwarmService', name: 'fond' },
      }),
    ]);
  });

  test('show a task that has no machine yet, and a global one by its machine', () => {
    const { Slot: _, ...global } = task('bbbbb', { NodeID: 'n2' });
    const waiting = task('aaaaa', { NodeID: '', Status: { State: 'pending' } });
    const [first, second] = tasksDrawn([waiting, global]);
    expect(first).not.toHaveProperty('node');
    expect(second).toMatchObject({ name: 'fond.vagrantbox-2.bbbbb' });
  });
});

describe('a Swarm is looked at again', () => {
  const moving = (...tasks: RawTask[]) => isMoving({ nodes, services, tasks, serviceNames });

  test('while a task is on its way', () => {
    expect(moving(task('a', { Status: { State: 'starting' } }))).toBe(true);
    expect(moving(task('a', { DesiredState: 'shutdown' }))).toBe(true);
  });

  test('not when all are where they are to be, ended, or on a machine that is down', () => {
    const down = [node('n1', 'vagrantbox-1', { Status: { State: 'down' } })];
    expect(moving(task('a'), task('b', { DesiredState: 'shutdown', Status: { State: 'failed' } }))).toBe(false);
    expect(isMoving({ nodes: down, services, serviceNames, tasks: [task('a', { DesiredState: 'shutdown' })] })).toBe(
      false,
    );
  });
});
