import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCluster, deleteCluster } from '../../src/lab/kind/create.ts';
import { reapRun } from '../../src/ledger/reaper.ts';
import { openRun } from '../../src/ledger/ownership.ts';
import type { Cluster } from '../../src/lab/kind/types.ts';
import { loadCourse } from '../../src/course/load.ts';
import { planOf } from '../../src/lesson/plan.ts';
import { LessonJudge } from '../../src/judge/judge.ts';
import { Session } from '../../src/session/session.ts';
import { settingsOf } from '../../src/lab/kind/kind-labs.ts';
import { type Cost, costOf, marginalOf, middleOf } from './cost.ts';
import { lessonBody, makeProject } from './project.ts';
import type { BenchWorld, Figure } from './types.ts';

const NOTHING = 200;
const KUBECTL = 50;
const ROUNDS = 3;

/** What our session adds to a snippet: 200 `:` and 50 `kubectl get`, against the same lines in bare bash. */
export async function sessionOverhead({ progress }: BenchWorld): Promise<Figure[]> {
  const commands = [
    ...Array<string>(NOTHING).fill(':'),
    ...Array<string>(KUBECTL).fill('kubectl get nodes -o name >/dev/null'),
  ];
  const project = await makeProject({ '01-mesure': lessonBody(commands.map((code) => ({ code }))) }, 'shared');
  const course = await loadCourse(project.root);
  const run = await openRun({ root: project.root });
  try {
    progress('session : création d’un cluster');
    const cluster = await createCluster(settingsOf(course.meta), { run });
    await writeFile(join(project.root, 'bare.bash'), `${commands.join('\n')}\n`);
    const env = { KUBECONFIG: cluster.kubeconfig, HOME: project.root };
    const bare = (): Promise<Cost> => costOf(() => run.exec('bash', [join(project.root, 'bare.bash')], { env }));
    const ours = (): Promise<Cost> => costOf(() => throughSession(project.root, cluster, course.lessons[0]));
    await bare();
    // In turn, so that both meet the same noise.
    const added: Cost[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      progress(`session : ${round} sur ${ROUNDS}`);
      added.push(marginalOf(await ours(), await bare(), commands.length));
    }
    await deleteCluster(cluster, { run });
    return [
      {
        what: 'ajouté par extrait',
        cost: middleOf(added),
        unit: 'ms',
        goal: { of: 'wall', most: 5 },
        how: `${NOTHING} « : » et ${KUBECTL} « kubectl get », contre bash seul, médiane de ${ROUNDS}`,
      },
    ];
  } finally {
    await reapRun(run);
    await project.remove();
  }
}

async function throughSession(
  root: string,
  cluster: Cluster,
  lesson: Parameters<typeof planOf>[0] | undefined,
): Promise<void> {
  if (lesson === undefined) throw new Error('the measured course has no lesson');
  const dir = join(root, `session-${performance.now()}`);
  const work = join(dir, 'travail');
  const session = await Session.open({
    dir,
    machines: [{ name: 'host', command: [], work, home: work, env: { KUBECONFIG: cluster.kubeconfig }, local: true }],
    lesson,
    judge: new LessonJudge(lesson),
    renames: [{ from: cluster.name, to: 'orchestre' }],
    env: {},
    world: process.env,
    clock: () => performance.now(),
  });
  const steps = planOf(lesson);
  for (const step of steps) {
    const [result] = await session.run(step);
    if (result?.verdict.ok !== true) throw new Error(`the measured snippet failed: ${JSON.stringify(result)}`);
  }
  await session.close();
}
