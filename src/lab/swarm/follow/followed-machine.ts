import { setTimeout as delay } from 'node:timers/promises';
import type { SwarmMachine } from '../machines.ts';
import type { MachineState, RawContainer, SwarmState } from './drawn.ts';
import { Engine } from './engine.ts';

export interface FollowedOptions {
  /** Called when there is something to look at. */
  readonly changed: () => void;
  /** @returns names of the machines that the lesson itself stopped, each as often as it did */
  readonly stops: () => Promise<readonly string[]>;
  /** Milliseconds that its engine may take for an answer. */
  readonly patienceMs: number;
}

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

/** One machine: its engine tells when something changes, and is asked for what there is. */
export class FollowedMachine {
  readonly #machine: SwarmMachine;
  readonly #options: FollowedOptions;
  readonly #stop = new AbortController();
  #engine: Engine;
  #answers = false;
  #missed = false;
  /** How often the lesson had stopped it when it last began to answer. */
  #stopsBefore = 0;

  constructor(machine: SwarmMachine, options: FollowedOptions) {
    this.#machine = machine;
    this.#options = options;
    this.#engine = this.#newEngine();
  }

  /** It could not be asked for a while, and not because the lesson had stopped it: what happened then is not known. */
  get missed(): boolean {
    return this.#missed;
  }

  /** @returns when it tells what changes, or is known not to answer */
  begin(): Promise<void> {
    return new Promise((resolve) => void this.#keepListening(resolve));
  }

  /** @throws where it could not be asked, and should have answered */
  async state(): Promise<MachineState> {
    const containers = await this.#ask<RawContainer[]>('/containers/json?all=true');
    if (containers === undefined) await this.#excuse();
    return { name: this.#machine.name, answers: containers !== undefined, containers: containers ?? [] };
  }

  /**
   * @returns undefined where it leads no cluster
   * @throws where it could not be asked, and should have answered
   */
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

  /** @returns undefined where it refuses, or was stopped by the lesson */
  async #ask<T>(path: string): Promise<T | undefined> {
    try {
      if (this.#answers) return await this.#engine.ask<T>(path);
    } catch {
      // Whether that is a fault is said below.
    }
    await this.#excuse();
    return undefined;
  }

  /** @throws where the lesson has not stopped it since it last began to answer */
  async #excuse(): Promise<void> {
    if ((await this.#stopsSoFar()) > this.#stopsBefore) return;
    this.#missed = true;
    throw new Error(`${this.#machine.name} does not answer`);
  }

  async #stopsSoFar(): Promise<number> {
    return (await this.#options.stops()).filter((name) => name === this.#machine.name).length;
  }

  async #keepListening(heard: () => void): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      // Counted before: what is stopped while it is being reached was not stopped before it answered.
      const stops = await this.#stopsSoFar();
      try {
        const events = await this.#engine.follow(`/events?${EVENTS.toString()}`, this.#options.changed);
        this.#answers = true;
        this.#stopsBefore = stops;
        this.#options.changed();
        heard();
        await events.ended;
      } catch {
        // A machine that is off: it is asked again below.
      }
      if (signal.aborted) break;
      this.#answers = false;
      await this.#excuse().catch(() => undefined);
      this.#options.changed();
      heard();
      this.#engine.close();
      await delay(AGAIN_MS, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) this.#engine = this.#newEngine();
    }
    heard();
  }

  #newEngine(): Engine {
    return new Engine(this.#machine.container, this.#options.patienceMs);
  }
}
