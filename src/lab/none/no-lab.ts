import { suppliesOf } from '../../course/supplies.ts';
import type { Lesson } from '../../lesson/types.ts';
import { settled } from '../../machine/settled.ts';
import { hostMachine } from '../host.ts';
import type { LabContext } from '../context.ts';
import { lessonDir } from '../context.ts';
import { versionsOf } from '../tools.ts';
import type { Lab, LabProvider } from '../types.ts';

/** For lessons that need no cluster: this host, and the programs that they call. */
export class NoLab implements LabProvider {
  readonly #context: LabContext;

  constructor(context: LabContext) {
    this.#context = context;
  }

  async enter(lesson: Lesson): Promise<Lab> {
    const { run, course } = this.#context;
    const [machine, versions] = await settled([
      hostMachine(lessonDir(run, lesson)),
      versionsOf(suppliesOf(lesson, course).tools, run.exec),
    ] as const);
    return {
      machines: [machine],
      versions,
      digests: {},
      renames: [],
      lostFields: () => Promise.resolve([]),
      follow: () => Promise.resolve(undefined),
      fault: () => Promise.resolve(undefined),
      inspect: () => Promise.resolve({ troubles: [], notices: [] }),
      leave: () => Promise.resolve(),
    };
  }

  announce(): void {
    // There is nothing to make.
  }
}
