import { loadCourse } from '../../src/course/load.ts';
import { labsOf } from '../../src/lab/labs.ts';
import type { LabProvider } from '../../src/lab/types.ts';
import { openRun, type Run } from '../../src/ledger/ownership.ts';
import { reapRun } from '../../src/ledger/reaper.ts';
import { planOf } from '../../src/lesson/plan.ts';
import type { Lesson } from '../../src/lesson/types.ts';
import { LessonPlay } from '../../src/play/lesson-play.ts';
import { fence } from '../fixtures/lesson-source.ts';
import { Project } from '../fixtures/project.ts';
import { middleValue } from './cost.ts';
import type { BenchWorld, Figure } from './types.ts';

const SNIPPETS = 10;
const ROUNDS = 4;

/** Each makes Pods come or go, and waits until they have. */
const BODY = [
  fence(
    'bash timeout=180s',
    'kubectl create deployment web --image=traefik/whoami:v1.11.0 >/dev/null',
    'kubectl rollout status deployment web --timeout=120s >/dev/null',
  ),
  ...Array.from({ length: SNIPPETS }, (_, index) =>
    fence(
      `bash id=pas-${index} timeout=180s`,
      `kubectl scale deployment web --replicas=${index % 2 === 0 ? 5 : 1} >/dev/null`,
      'kubectl rollout status deployment web --timeout=120s >/dev/null',
    ),
  ),
].join('\n\n');

/** What watching a cluster for its drawing takes from the snippets that change it. */
export async function watchingCost({ progress }: BenchWorld): Promise<Figure[]> {
  const project = await Project.make(BODY, 'shared');
  const run = await openRun({ root: project.root, stateDir: project.state });
  try {
    const course = await loadCourse(project.root);
    const [lesson] = course.lessons;
    if (lesson === undefined) throw new Error('the measured lesson does not parse');
    const labs = labsOf({ run, course, progress: () => undefined }).shared;
    const times = { watched: [] as number[], alone: [] as number[] };
    // In turn, so that both meet the same noise.
    for (let round = 1; round <= ROUNDS; round++) {
      progress(`dessin : un cluster regardé, puis non (${round} sur ${ROUNDS})`);
      times.watched.push(...(await timesOf(lesson, labs, run)));
      times.alone.push(...(await timesOf(lesson, unwatched(labs), run)));
    }
    const [watched, alone] = [middleValue(times.watched), middleValue(times.alone)];
    return [
      {
        what: 'extrait dont le cluster est regardé ÷ le même, sans',
        cost: { wall: watched / alone, cpu: Number.NaN },
        unit: '',
        goal: { of: 'wall', most: 1.05 },
        how: `${Math.round(watched)} ms contre ${Math.round(alone)} ms, médianes de ${SNIPPETS * ROUNDS} extraits qui créent ou retirent quatre Pods`,
      },
    ];
  } finally {
    await reapRun(run);
    await project.remove();
  }
}

function unwatched(labs: LabProvider): LabProvider {
  return {
    announce: (lesson) => labs.announce(lesson),
    async enter(lesson) {
      const lab = await labs.enter(lesson);
      lab.follow = () => Promise.resolve(undefined);
      return lab;
    },
  };
}

/** @returns milliseconds of each snippet behind the first */
async function timesOf(lesson: Lesson, labs: LabProvider, run: Run): Promise<number[]> {
  const play = new LessonPlay(lesson, { run, labs, world: process.env });
  try {
    await play.open();
    for (const { id } of planOf(lesson)) await play.run(id);
  } finally {
    const [failure] = await play.close();
    if (failure !== undefined) throw failure;
  }
  return [...play.results.values()].slice(1).map(({ outcome }) => outcome.tookMs);
}
