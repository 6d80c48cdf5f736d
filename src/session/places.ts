import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Machine, Rename } from '../lab/types.ts';
import type { Step } from '../lesson/plan.ts';
import type { Lesson } from '../lesson/types.ts';
import { sessionEnvironment } from './environment.ts';
import { rewriterOf } from './rewrite.ts';
import { Shell } from './shell.ts';
import { StepFailure } from './step-failure.ts';

export interface PlacesOptions {
  /** The first is where a fence runs that names none. */
  readonly machines: readonly Machine[];
  readonly lesson: Lesson;
  /** Names of the run as they are printed, and what the reader's are called instead. */
  readonly renames: readonly Rename[];
  /** The run's marks, which every process of the session carries. */
  readonly env: Readonly<Record<string, string>>;
  /** The environment that the allow-list is taken from. */
  readonly world: NodeJS.ProcessEnv;
  /** Absolute path of a folder of the session's own, on this host. */
  readonly dir: string;
}

/** Where steps run: a shell, and what makes of its output what a reader would see. */
interface Place {
  readonly shell: Shell;
  readonly rewrite: (text: string) => string;
}

/** The shells of a lesson, one a machine, each begun when the first step asks for it. */
export class Places {
  readonly #options: PlacesOptions;
  readonly #known = new Map<string, Place>();

  constructor(options: PlacesOptions) {
    this.#options = options;
  }

  /** @returns where a fence runs that names no machine. @throws when a folder or a bash cannot be had */
  first(): Promise<Place> {
    return this.#place(machineOf(this.#options));
  }

  /** @returns where a step runs. @throws StepFailure for a machine that is none of the lesson's; as `first` */
  of(step: Step): Promise<Place> {
    return this.#place(machineOf(this.#options, step));
  }

  /** @returns whether no shell of this host ended, and none gave up answering */
  get areUsable(): boolean {
    return [...this.#known].every(([name, { shell }]) => !shell.isSilent && (!shell.isDead || this.#isRemote(name)));
  }

  /** The shells' own processes on this host. */
  get pids(): readonly number[] {
    return [...this.#known.values()].flatMap(({ shell }) => shell.pids);
  }

  /** Kills the shells, whatever they are at. */
  async close(): Promise<void> {
    await Promise.all([...this.#known.values()].map(({ shell }) => shell.kill()));
  }

  /** A remote machine's shell is replaced where it ended. */
  #isRemote(name: string): boolean {
    return this.#options.machines.some((machine) => machine.name === name && !machine.local);
  }

  async #place(machine: Machine): Promise<Place> {
    const known = this.#known.get(machine.name);
    // A machine that the lesson stopped and started again has lost its shell, as the reader's has.
    if (known !== undefined && (machine.local || !known.shell.isDead)) return known;
    await known?.shell.kill();
    const { lesson, dir, env, world, renames } = this.#options;
    const { work, home, command } = machine;
    const { variables, hidden, proxies } = sessionEnvironment(
      // Another machine goes with all its processes: only this host's have to be found.
      { ...machine.env, ...(machine.local ? env : {}) },
      home,
      machine.local ? worldOf(machine, world) : {},
    );
    const { PATH, ...there } = variables;
    const scripts = join(dir, 'session', machine.name);
    const shell = await Shell.start({ command, dir: scripts, work, home, env: machine.local ? variables : there });
    const rewrite = rewriterOf({
      machine,
      slug: lesson.slug,
      renames,
      scripts: shell.pathOf('').replace(/\/$/, ''),
      dir,
      hidden,
      path: machine.local ? (PATH ?? '') : '',
      proxies,
      hostname: hostname(),
      user: userInfo().username,
      userHome: world['HOME'] ?? '',
      typed: lesson.snippets.map(({ code }) => code).join('\n'),
    });
    const place = { shell, rewrite };
    this.#known.set(machine.name, place);
    return place;
  }
}

/** @returns the machine that the step names, or the first */
function machineOf({ machines }: PlacesOptions, step?: Step): Machine {
  const name = step?.snippet.attributes.machine;
  const machine = name === undefined ? machines[0] : machines.find((each) => each.name === name);
  if (machine !== undefined) return machine;
  if (step === undefined) throw new Error('a session needs a machine');
  const known = machines.map((each) => each.name).join(', ');
  throw new StepFailure(
    step.snippet.position,
    `la machine « ${name} » n’existe pas dans cette leçon → nommez l’une de : ${known}`,
  );
}

function worldOf({ programs }: Machine, world: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return programs === undefined ? world : { ...world, PATH: `${programs}:${world['PATH'] ?? ''}` };
}
