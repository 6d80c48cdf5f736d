import { setTimeout as delay } from 'node:timers/promises';
import type { ClusterObject, Gone } from '../../../cluster-map/types.ts';
import { Told } from '../../told.ts';
import type { Following } from '../../types.ts';
import type { SwarmMachine } from '../machines.ts';
import { drawnOf, isMoving, type MachineState, type SwarmState } from './drawn.ts';
import { FollowedMachine, type FollowedOptions } from './followed-machine.ts';

export interface FollowOptions {
  /** Those that are drawn. */
  readonly machines: readonly SwarmMachine[];
  readonly tell: (change: ClusterObject | Gone) => void;
  readonly stops: FollowedOptions['stops'];
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
  /** As they were when last asked: one that could not be is drawn as it was. */
  readonly #states = new Map<FollowedMachine, MachineState>();
  #swarm: SwarmState | undefined;
  readonly #serviceNames = new Map<string, string>();
  #looking: Promise<void> | undefined;
  #next: { readonly timer: NodeJS.Timeout; readonly at: number } | undefined;
  readonly #patienceMs: number;
  #stopping: Promise<boolean> | undefined;
  #isOver = false;

  constructor({ machines, tell, stops, patienceMs = PATIENCE_MS }: FollowOptions) {
    const changed = (): void => this.#soon(TOGETHER_MS);
    this.#machines = machines.map((machine) => new FollowedMachine(machine, { changed, stops, patienceMs }));
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

  /** @returns whether every machine could always be asked, but where the lesson had stopped it */
  async #lookLast(): Promise<boolean> {
    await this.#looking;
    await this.#take();
    return this.#machines.every(({ missed }) => !missed);
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
    this.#looking = this.#take();
    await this.#looking;
    this.#looking = undefined;
    if (this.#swarm !== undefined && isMoving(this.#swarm)) this.#soon(MOVING_MS);
  }

  async #take(): Promise<void> {
    await Promise.all(
      this.#machines.map(async (machine) => {
        const state = await machine.state().catch(() => undefined);
        if (state !== undefined) this.#states.set(machine, state);
      }),
    );
    await this.#askSwarm().then(
      (swarm) => (this.#swarm = swarm),
      () => undefined,
    );
    const states = this.#machines.flatMap((machine) => this.#states.get(machine) ?? []);
    if (!this.#isOver) this.#told.takeAll(drawnOf(states, this.#swarm));
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
