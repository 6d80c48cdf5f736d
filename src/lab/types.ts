import type { ClusterObject, Gone } from '../cluster-map/types.ts';
import type { Lesson, Position } from '../lesson/types.ts';
import type { ToolError } from '../machine/tool-error.ts';

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
  /** Absolute folder of the lab's own programs, found before those of the `PATH`. */
  readonly programs?: string;
}

/** A rewriting of recorded text; a name in front of a column's gap keeps the column where it was. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** What a lesson did to the lab and should not have; a sentence for its author, in French. */
export interface Trouble {
  readonly position: Position;
  readonly message: string;
}

/** What a step's reader sees: where a trouble may have been shown on purpose. */
export interface Shown {
  readonly code: string;
  readonly output: string;
}

/** What is found when a lesson has ended. */
export interface Inspection {
  readonly troubles: readonly Trouble[];
  /** Told, and judged by nobody; French. */
  readonly notices: readonly string[];
}

/** What is told of the lab's objects while a lesson runs. */
export interface Following {
  /** Ends it. @returns whether all that happened was told, to the end */
  stop(): Promise<boolean>;
}

/** Where one lesson runs: the shell's machines and what is known of them. kind's Provider is the model. */
export interface Lab {
  /** The first is where a fence runs that names none. */
  readonly machines: readonly Machine[];
  /** Versions found, by the name of what has them: `Kubernetes` → `1.37.0`, `kind`, `kubectl`, `bash`… */
  readonly versions: Readonly<Record<string, string>>;
  /** Digests found of the lesson's images, by name and tag. */
  readonly digests: Readonly<Record<string, string>>;
  /** Names of the run as they are printed, and what the reader's are called instead. */
  readonly renames: readonly Rename[];
  /**
   * @param manifest YAML that the lab has accepted
   * @returns paths of the fields that it took and did not keep, as `spec.volumes[0].emptyDir.mode`
   */
  lostFields(manifest: string): Promise<readonly string[]>;
  /**
   * Tells what is drawn of the lab, first what is there, then each change as it comes, in the reader's names. It asks
   * nothing over and over, nothing of it is seen in the lesson, and where it fails, only the drawing lacks.
   * @returns once what is there was told; undefined where there is nothing to draw, or it cannot be followed
   */
  follow(tell: (change: ClusterObject | Gone) => void): Promise<Following | undefined>;
  /** @returns why the lab itself is at fault, where it is: a step that failed then says nothing of its lesson */
  fault(): Promise<ToolError | undefined>;
  /**
   * @param shown every step's code and output
   * @returns what the lesson left or broke, and what went wrong in it unseen
   * @throws ToolError when that is not known, as where it could not be watched to the end
   */
  inspect(shown: readonly Shown[]): Promise<Inspection>;
  /** Takes the lesson's things away, and the lab where it was its own. */
  leave(): Promise<void>;
}

/** Gives labs of one kind to lessons, one after the other. */
export interface LabProvider {
  /**
   * Makes ready: the lab itself, its images, the lesson's place in it. What it has begun when it fails is gone again.
   * @throws ToolError when it cannot be had: the environment's fault
   */
  enter(lesson: Lesson): Promise<Lab>;
  /**
   * Says which lesson enters next, so that its lab may be begun while another lesson runs. Never fails: what could not
   * be made ahead is made by `enter`, and what nobody enters is the run's, which takes it away at its end.
   */
  announce(lesson: Lesson): void;
}
