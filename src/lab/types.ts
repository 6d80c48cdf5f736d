import type { Lesson, Position } from '../lesson/types.ts';

/** A computer of the lab that shells run on. */
export interface Machine {
  /** `host`, or the name that a fence gives as `machine=vagrantbox-2`. */
  readonly name: string;
  /**
   * What starts a program there with its stdin, stdout and stderr ours: empty on this host,
   * `['docker', 'exec', '-i', '…']` in a container. Words follow it.
   */
  readonly command: readonly string[];
  /** Absolute paths there, made by the lab: where the lesson works, and its HOME. */
  readonly work: string;
  readonly home: string;
  /** The lab's own variables for every process of the session there, as `KUBECONFIG`. */
  readonly env: Readonly<Record<string, string>>;
  /** Its processes are this host's. */
  readonly local: boolean;
}

/** What a lesson did to the lab and should not have; sentences for its author, in French. */
export interface Trouble {
  readonly position: Position;
  readonly message: string;
}

/** Where one lesson runs: the shell's machines and what is known of them. kind's Provider is the model. */
export interface Lab {
  /** The first is where a fence runs that names none. */
  readonly machines: readonly Machine[];
  /** Versions found, by the name of what has them: `Kubernetes` → `1.37.0`, `kind`, `kubectl`, `Docker`… */
  readonly versions: Readonly<Record<string, string>>;
  /** Digests found of the lesson's images, by name and tag. */
  readonly digests: Readonly<Record<string, string>>;
  /** Names of the run as they are printed, and what the reader's are called instead. */
  readonly renames: readonly Rename[];
  /** @returns what the lesson left or broke, in its own namespace or outside */
  inspect(): Promise<readonly Trouble[]>;
  /** Takes the lesson's things away, and the lab where it was its own. */
  leave(): Promise<void>;
}

/** A rewriting of recorded text; a name in front of a column's gap keeps the column where it was. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** Gives labs of one kind to lessons, one after the other. */
export interface LabProvider {
  /**
   * Makes ready: the lab itself, its images, the lesson's place in it.
   * @throws ToolError when it cannot be had: the environment's fault
   */
  enter(lesson: Lesson): Promise<Lab>;
  /** Whatever is kept between lessons goes, unless it is to stay. */
  close(): Promise<void>;
}
