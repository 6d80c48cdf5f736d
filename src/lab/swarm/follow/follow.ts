import { setTimeout as delay } from 'node:timers/promises';
import type { ClusterObject, Gone } from '../../../cluster-map/types.ts';
import { Told } from '../../told.ts';
import type { Following } from '../../types.ts';
import type { SwarmMachine } from '../machines.ts';
import { drawnOf, isMoving, type MachineState, type RawContainer, type SwarmState } from './drawn.ts';
import { Engine } from './engine.ts';

export interface FollowOptions {
  /** Those that are drawn. */
  readonly machines: readonly SwarmMachine[];
  readonly tell: (change: ClusterObject | Gone) => void;
  /** Milliseconds that an engine may take for an answer, and all of them for the last ones. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 5_000;

/** Milliseconds until all that is there was told: whoever waits goes on without. */
const AT_FIRST_MS = 5_000;
/** What happens together is looked at together. */
const TOGETHER_MS = 60;
/** An engine tells when a container changes, its manager tells nobody when a task does: while one is on its way. */
const MOVING_MS = 400;
/** Before a machine that does not answer is tried again. */
const AGAIN_MS = 1_500;

/** No more than what changes a drawing: a probe is two events each few seconds. */
const EVENTS = new URLSearchParams({
  filters: JSON.stringify({
    type: ['container', 'node', 'service'],
    event: [
      ...['create', 'start', 'die', 'destroy', 'health_status', 'pause', 'unpause', 'rename'],
      ...['update', 'remove'],
    ],
  }),
});

/**
 * Follows what is drawn of machines: each engine tells when something changes, and is asked for what there is then.
 * @returns when all that is there was told
 */
export async function followSwarm(options: FollowOptions): Promise<Following> {
  const swarm = new FollowedSwarm(options);
  await Promise.race([swarm.begin(), delay(AT_FIRST_MS, undefined, { ref: false })]);
  return swarm;
}

class FollowedSwarm implements Following {
  readonly #machines: readonly FollowedMachine[];
  readonly #told: Told;
  #swarm: SwarmState | undefined;
  readonly #serviceNames = new Map<string, string>();
  #looking: Promise<void> | undefined;
  #next: { readonly timer: NodeJS.Timeout; readonly at: number } | undefined;
  readonly #patienceMs: number;
  #stopping: Promise<boolean> | undefined;
  #isOver = false;

  constructor({ machines, tell, patienceMs = PATIENCE_MS }: FollowOptions) {
    const changed = (): void => this.#soon(TOGETHER_MS);
    this.#machines = machines.map((machine) => new FollowedMachine(machine, { changed, patienceMs }));
    this.#told = new Told(tell);
    this.#patienceMs = patienceMs;
  }

  async begin(): Promise<void> {
    await Promise.all(this.#machines.map((machine) => machine.begin()));
    await this.#look();
  }

  /** Once: asked again, its machines would look as if they were off. */
  stop(): Promise<boolean> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<boolean> {
    clearTimeout(this.#next?.timer);
    const late = new AbortController();
    const sawAll = await Promise.race([
      this.#lookLast(),
      delay(this.#patienceMs, false, { signal: late.signal }).catch(() => false),
    ]);
    late.abort();
    this.#isOver = true;
    for (const machine of this.#machines) machine.close();
    return sawAll;
  }

  async #lookLast(): Promise<boolean> {
    await this.#looking;
    return this.#take().then(
      () => true,
      () => false,
    );
  }

  #soon(ms: number): void {
    const at = performance.now() + ms;
    if (this.#stopping !== undefined || (this.#next !== undefined && this.#next.at <= at)) return;
    clearTimeout(this.#next?.timer);
    this.#next = { timer: setTimeout(() => void this.#look(), ms), at };
  }

  /** One look at a time: what changes meanwhile is seen by the next. */
  async #look(): Promise<void> {
    this.#next = undefined;
    if (this.#looking !== undefined) {
      this.#soon(TOGETHER_MS);
      return;
    }
    this.#looking = this.#take().catch(() => undefined);
    await this.#looking;
    this.#looking = undefined;
    if (this.#swarm !== undefined && isMoving(this.#swarm)) this.#soon(MOVING_MS);
  }

  async #take(): Promise<void> {
    const machines = await Promise.all(this.#machines.map((machine) => machine.state()));
    this.#swarm = await this.#askSwarm();
    if (!this.#isOver) this.#told.takeAll(drawnOf(machines, this.#swarm));
  }

  /** The first that leads it answers. */
  async #askSwarm(): Promise<SwarmState | undefined> {
    for (const machine of this.#machines) {
      const swarm = await machine.swarm();
      if (swarm === undefined) continue;
      for (const { ID, Spec } of swarm.services) this.#serviceNames.set(ID, Spec.Name);
      return { ...swarm, serviceNames: this.#serviceNames };
    }
    return undefined;
  }
}

class FollowedMachine {
  readonly #machine: SwarmMachine;
  readonly #changed: () => void;
  readonly #patienceMs: number;
  readonly #stop = new AbortController();
  #engine: Engine;
  #answers = false;

  constructor(
    machine: SwarmMachine,
    { changed, patienceMs }: { readonly changed: () => void; readonly patienceMs: number },
  ) {
    this.#machine = machine;
    this.#changed = changed;
    this.#patienceMs = patienceMs;
    this.#engine = new Engine(machine.container, patienceMs);
  }

  /** @returns when it tells what changes, or is known not to answer */
  begin(): Promise<void> {
    return new Promise((resolve) => void this.#keepListening(resolve));
  }

  async state(): Promise<MachineState> {
    const containers = await this.#ask<RawContainer[]>('/containers/json?all=true');
    return { name: this.#machine.name, answers: containers !== undefined, containers: containers ?? [] };
  }

  /** @returns undefined where it leads no cluster */
  async swarm(): Promise<Omit<SwarmState, 'serviceNames'> | undefined> {
    const nodes = await this.#ask<SwarmState['nodes']>('/nodes');
    if (nodes === undefined) return undefined;
    const services = await this.#ask<SwarmState['services']>('/services?status=true');
    const tasks = await this.#ask<SwarmState['tasks']>('/tasks');
    return { nodes, services: services ?? [], tasks: tasks ?? [] };
  }

  close(): void {
    this.#stop.abort();
    this.#engine.close();
  }

  async #ask<T>(path: string): Promise<T | undefined> {
    return this.#answers ? this.#engine.ask<T>(path).catch(() => undefined) : undefined;
  }

  async #keepListening(heard: () => void): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        const events = await this.#engine.follow(`/events?${EVENTS.toString()}`, this.#changed);
        this.#answers = true;
        this.#changed();
        heard();
        await events.ended;
      } catch {
        // A machine that is off: it is asked again below.
      }
      this.#answers = false;
      this.#changed();
      heard();
      this.#engine.close();
      await delay(AGAIN_MS, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) this.#engine = new Engine(this.#machine.container, this.#patienceMs);
    }
  }
}
