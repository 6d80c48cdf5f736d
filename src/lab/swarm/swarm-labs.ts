import { suppliesOf } from '../../course/supplies.ts';
import { ownName } from '../../ledger/names.ts';
import type { Lesson } from '../../lesson/types.ts';
import type { Exec } from '../../machine/exec.ts';
import { settled } from '../../machine/settled.ts';
import { type LabContext, lessonDir } from '../context.ts';
import { hostMachine } from '../host.ts';
import { versionOf, versionsOf } from '../tools.ts';
import type { Following, Lab, LabProvider, Machine } from '../types.ts';
import { faultOf } from './fault.ts';
import { followSwarm } from './follow/follow.ts';
import { stopsByLesson, writeHostDocker } from './host-docker.ts';
import { buildImage } from './image.ts';
import { removeMachines, startMachines, type SwarmMachine } from './machines.ts';
import { pullImages } from './pull-images.ts';

/** Three machines a lesson, each with an engine of its own, and the host that they run on. */
export class SwarmLabs implements LabProvider {
  readonly #context: LabContext;

  constructor(context: LabContext) {
    this.#context = context;
  }

  async enter(lesson: Lesson): Promise<Lab> {
    const { run } = this.#context;
    try {
      return await this.#make(lesson);
    } catch (error) {
      // The error says why; what cannot be removed now is the reaper's.
      await removeMachines(run).catch(() => undefined);
      throw error;
    }
  }

  announce(): void {
    // The machines' names are one set a run: the next lesson's would take those of the lesson that is at work.
  }

  async #make(lesson: Lesson): Promise<Lab> {
    const { run, course, progress } = this.#context;
    const { images, tools } = suppliesOf(lesson, course);
    const { machine: base = course.meta.versions.machine, ...programs } = tools;
    progress('machines : image');
    const machines = await startMachines(await buildImage(base, run.exec), { run, progress });
    const dir = lessonDir(run, lesson);
    const prefix = ownName(run.id, '');
    const host = await hostMachine(dir);
    const there = onMachine(machines[0]?.container ?? '', run.exec);
    const [digests, found, docker, hostPrograms] = await settled([
      pullImages(machines, images, { run, progress }),
      versionsOf(programs, there),
      versionOf('docker', there),
      writeHostDocker(dir, prefix, run.exec),
    ] as const);
    let following: Following | undefined;
    return {
      machines: [...machines.map((machine) => remote(machine, lesson)), { ...host, programs: hostPrograms }],
      versions: { Docker: docker, ...found },
      digests,
      renames: [{ from: prefix, to: '' }],
      lostFields: () => Promise.resolve([]),
      follow: async (tell) => {
        const stops = () => stopsByLesson(dir);
        following = await followSwarm({ machines: namedIn(lesson, machines), tell, stops });
        return following;
      },
      fault: async () => faultOf(machines, new Set(await stopsByLesson(dir)), run.exec),
      inspect: () => Promise.resolve({ troubles: [], notices: [] }),
      leave: async () => {
        await following?.stop();
        await removeMachines(run);
      },
    };
  }
}

/** Those that the lesson works on: one that it never names is not drawn. */
function namedIn({ snippets }: Lesson, machines: readonly SwarmMachine[]): SwarmMachine[] {
  const named = new Set(snippets.map(({ attributes }) => attributes.machine));
  return machines.filter(({ name }, index) => index === 0 || named.has(name));
}

function remote({ name, container }: SwarmMachine, { slug }: Lesson): Machine {
  return {
    name,
    command: ['docker', 'exec', '-i', container],
    work: `/root/orchestre/${slug}`,
    home: '/root',
    env: {},
    local: false,
  };
}

/** Programs as they are on a machine. */
function onMachine(container: string, exec: Exec): Exec {
  return (file, args, options) => exec('docker', ['exec', container, file, ...args], options);
}
