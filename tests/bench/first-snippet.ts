import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cleanAtRest } from '../../src/ledger/clean.ts';
import { openRun } from '../../src/ledger/ownership.ts';
import { reapRun } from '../../src/ledger/reaper.ts';
import { execWith } from '../../src/machine/exec.ts';
import { verify } from '../../src/verify/main.ts';
import { type Cost, costOf, ratioOf } from './cost.ts';
import { makeProject } from './project.ts';
import type { BenchWorld, Figure } from './types.ts';

const ROUNDS = 3;
/** What the run before left is being removed meanwhile. */
const NAMESPACE_GONE_MS = 10_000;
const IMAGE = 'kindest/node:v1.37.0';

/** From the command to the first snippet, against a ready cluster made by hand; then with a cluster kept warm. */
export async function firstSnippet({ progress }: BenchWorld): Promise<Figure[]> {
  const project = await makeProject({ '01-mesure': '```bash\ndate\n```' }, 'shared');
  try {
    const pairs: { cold: Cost; byHand: Cost }[] = [];
    // In turn, so that both meet the same noise.
    for (let round = 1; round <= ROUNDS; round++) {
      progress(`premier extrait : cluster à la main, puis neuf (${round} sur ${ROUNDS})`);
      pairs.push({ byHand: await clusterByHand(project.root), cold: await untilFirst(project.root, ['mesure']) });
    }
    const ratio = ({ cold, byHand }: (typeof pairs)[number]): Cost => ratioOf(cold, byHand);
    const middle = pairs.toSorted((a, b) => ratio(a).wall - ratio(b).wall)[Math.floor(ROUNDS / 2)];
    if (middle === undefined) throw new Error('nothing was measured');
    progress('premier extrait : cluster gardé');
    await untilFirst(project.root, ['mesure', '--keep']);
    await delay(NAMESPACE_GONE_MS);
    const warm = await untilFirst(project.root, ['mesure']);
    return [
      {
        what: 'premier extrait ÷ cluster prêt à la main',
        cost: ratio(middle),
        unit: '',
        goal: { of: 'wall', most: 1.05 },
        how: `${seconds(middle.cold.wall)} s contre ${seconds(middle.byHand.wall)} s, médiane de ${ROUNDS} paires`,
      },
      {
        what: 'premier extrait, cluster gardé (--keep)',
        cost: warm,
        unit: 's',
        goal: { of: 'wall', most: 2 },
        how: 'de la commande à la première ligne de bash ; processeur : de toute la vérification',
      },
    ];
  } finally {
    await cleanAtRest(); // the kept cluster, had the last run not taken it
    await project.remove();
  }
}

async function untilFirst(root: string, args: readonly string[]): Promise<Cost> {
  const mark = join(root, 'premier');
  const lesson = join(root, 'content/01-mesure/lecon.mdx');
  await rewrite(lesson, /^date.*$/m, `date +%s%3N > ${mark}`);
  const started = Date.now();
  const lines: string[] = [];
  const print = (line: string) => lines.push(line);
  let code: number | undefined;
  const { cpu } = await costOf(async () => (code = await verify({ root, args, stdout: print, stderr: print })));
  if (code !== 0) throw new Error(`the measured verification failed:\n${lines.join('\n')}`);
  return { wall: Number(await readFile(mark, 'utf8')) - started, cpu };
}

async function rewrite(path: string, pattern: RegExp, by: string): Promise<void> {
  await writeFile(path, (await readFile(path, 'utf8')).replace(pattern, by));
}

/** What a person would type, until Pods can run. */
async function clusterByHand(root: string): Promise<Cost> {
  const run = await openRun({ root });
  const name = `orchestre-${run.id}-main`;
  const kubeconfig = join(run.dir, 'main.kubeconfig');
  const exec = execWith(process.env);
  // Ours to remove, should the measure be cut short.
  const settings = { image: IMAGE, nodes: 1, kindVersion: '0.33.0' } as const;
  await run.update(() => ({ clusters: [{ name, kubeconfig, settings }] }));
  try {
    return await costOf(async () => {
      const created = await exec('kind', [
        'create',
        'cluster',
        '--name',
        name,
        '--image',
        IMAGE,
        '--kubeconfig',
        kubeconfig,
      ]);
      if (!created.ok) throw new Error(created.output);
      const env = { KUBECONFIG: kubeconfig };
      await exec('kubectl', ['wait', '--for=condition=Ready', 'node', '--all', '--timeout=120s'], { env });
      await exec('kubectl', ['rollout', 'status', '-n', 'kube-system', 'deployment/coredns', '--timeout=120s'], {
        env,
      });
      await exec('kubectl', ['wait', '--for=create', 'serviceaccount/default', '--timeout=60s'], { env });
    });
  } finally {
    await reapRun(run);
  }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1).replace('.', ',');
}
