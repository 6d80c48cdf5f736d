import type { ClusterObject, NodeObject, OwnerObject, PodObject } from '../../../cluster-map/types.ts';

/** A container of a machine's engine. Source: `GET /containers/json` of Docker's API, as far as it is drawn. */
export interface RawContainer {
  readonly Names: readonly string[];
  readonly Image: string;
  /** `created`, `running`, `paused`, `restarting`, `exited`… */
  readonly State: string;
  /** For people: `Up 3 seconds (healthy)`, `Exited (137) 2 minutes ago`. */
  readonly Status: string;
  readonly Labels?: Readonly<Record<string, string>> | null;
}

/** Source: `GET /nodes`. */
export interface RawNode {
  readonly ID: string;
  readonly Spec: { readonly Role: 'manager' | 'worker'; readonly Availability: 'active' | 'pause' | 'drain' };
  readonly Description: { readonly Hostname: string };
  readonly Status: { readonly State: string };
}

/** Source: `GET /services?status=true`. */
export interface RawService {
  readonly ID: string;
  readonly Spec: { readonly Name: string };
  readonly ServiceStatus?: { readonly RunningTasks: number; readonly DesiredTasks: number };
}

/** Source: `GET /tasks`. */
export interface RawTask {
  readonly ID: string;
  readonly ServiceID?: string;
  readonly NodeID?: string;
  /** Of a replicated service; a global one has one task a machine. */
  readonly Slot?: number;
  readonly CreatedAt: string;
  readonly DesiredState: string;
  readonly Status: { readonly State: string };
  readonly Spec: { readonly ContainerSpec?: { readonly Image?: string } };
}

/** One machine as its own engine tells it. */
export interface MachineState {
  readonly name: string;
  /** Its engine answers. */
  readonly answers: boolean;
  readonly containers: readonly RawContainer[];
}

/** The Swarm as a manager tells it. */
export interface SwarmState {
  /** Names by id, of services that are gone too: their tasks outlive them by some seconds. */
  readonly serviceNames: ReadonlyMap<string, string>;
  readonly nodes: readonly RawNode[];
  readonly services: readonly RawService[];
  readonly tasks: readonly RawTask[];
}

const SERVICE_LABEL = 'com.docker.swarm.service.name';
/** A task's states from which it goes no further. Source: docs.docker.com, « Swarm task states ». */
const ENDED = new Set(['complete', 'shutdown', 'failed', 'rejected', 'remove', 'orphaned']);
/** Those in which it went as it was told to: nothing of it is left to see. */
const LEFT = new Set(['shutdown', 'remove', 'orphaned']);
/** So many characters of a task's id tell it from the others of its place. */
const ID_LENGTH = 5;

/**
 * @param machines those of the lesson, in their order
 * @param swarm absent: they are no cluster, or none of them leads it
 * @returns what is drawn of them
 */
export function drawnOf(machines: readonly MachineState[], swarm?: SwarmState): ClusterObject[] {
  const { nodes = [], services = [], tasks = [], serviceNames = new Map<string, string>() } = swarm ?? {};
  const nodeNames = new Map(nodes.map(({ ID, Description }) => [ID, Description.Hostname]));
  return [
    ...machines.map((machine) => nodeOf(machine, nodes)),
    ...services.map(serviceOf),
    ...machines.flatMap(({ name, containers }) =>
      containers.filter(({ Labels }) => Labels?.[SERVICE_LABEL] === undefined).map((each) => containerOf(each, name)),
    ),
    ...drawnTasks(tasks).map((task) => taskOf(task, { nodeNames, serviceNames })),
  ];
}

/** @returns whether one of its tasks is on its way: a manager tells nobody when it arrives */
export function isMoving({ tasks, nodes }: SwarmState): boolean {
  const down = new Set(nodes.filter(({ Status }) => Status.State === 'down').map(({ ID }) => ID));
  return tasks.some(
    ({ Status: { State }, DesiredState, NodeID }) =>
      !ENDED.has(State) && State !== DesiredState && !down.has(NodeID ?? ''),
  );
}

function nodeOf({ name, answers }: MachineState, nodes: readonly RawNode[]): NodeObject {
  const node = nodes.find(({ Description }) => Description.Hostname === name);
  return {
    kind: 'Node',
    name,
    // What the cluster believes: it learns of a machine's death only after a while.
    ready: node === undefined ? answers : node.Status.State === 'ready',
    schedulable: node === undefined || node.Spec.Availability === 'active',
    ...(node?.Spec.Role === 'manager' ? { role: 'manager' } : {}),
    engine: 'docker',
  };
}

function serviceOf({ Spec: { Name }, ServiceStatus }: RawService): OwnerObject {
  const { DesiredTasks: wanted = 0, RunningTasks: ready = 0 } = ServiceStatus ?? {};
  return { kind: 'SwarmService', name: Name, wanted, ready };
}

function containerOf({ Names, Image, State, Status }: RawContainer, node: string): PodObject {
  const code = /^Exited \(\d+\)/.exec(Status)?.[0];
  return {
    kind: 'Pod',
    name: (Names[0] ?? '').replace(/^\//, ''),
    node,
    state: code ?? capitalized(State),
    ready: State === 'running' && !/\((health: starting|unhealthy)\)$/.test(Status),
    restarts: 0,
    tag: Image,
  };
}

/** Of each place the newest task, unless it left, and those before it that have not ended yet. */
function drawnTasks(tasks: readonly RawTask[]): RawTask[] {
  const places = Map.groupBy(tasks, ({ ServiceID, Slot, NodeID }) => `${ServiceID ?? ''} ${Slot ?? NodeID ?? ''}`);
  return [...places.values()].flatMap((place) => {
    const newestFirst = place.toSorted((a, b) => (a.CreatedAt < b.CreatedAt ? 1 : -1));
    return newestFirst.filter(({ Status }, index) => !(index === 0 ? LEFT : ENDED).has(Status.State));
  });
}

function taskOf(
  { ID, ServiceID = '', NodeID = '', Slot, DesiredState, Status: { State }, Spec }: RawTask,
  names: { readonly nodeNames: ReadonlyMap<string, string>; readonly serviceNames: ReadonlyMap<string, string> },
): PodObject {
  const node = names.nodeNames.get(NodeID);
  const service = names.serviceNames.get(ServiceID);
  const leaves = LEFT.has(DesiredState) && !ENDED.has(State);
  return {
    kind: 'Pod',
    name: [service ?? ServiceID.slice(0, ID_LENGTH), Slot ?? node ?? '', ID.slice(0, ID_LENGTH)].join('.'),
    ...(node === undefined ? {} : { node }),
    ...(service === undefined ? {} : { owner: { kind: 'SwarmService', name: service } }),
    state: leaves ? 'Shutdown' : capitalized(State),
    ready: State === 'running' && !leaves,
    restarts: 0,
    // A manager pins what it was given: `nginx:1.30@sha256:…`.
    ...(Spec.ContainerSpec?.Image === undefined ? {} : { tag: Spec.ContainerSpec.Image.replace(/@.*$/, '') }),
  };
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
