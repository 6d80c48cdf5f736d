import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { stateAt } from '../../src/cluster-map/reduce.ts';
import type { ClusterEvent } from '../../src/cluster-map/types.ts';
import { describe } from '../../src/drawing/cluster/describe.ts';
import { SwarmLabs } from '../../src/lab/swarm/swarm-labs.ts';
import { readRecords } from '../../src/ledger/ledger.ts';
import { openRun } from '../../src/ledger/ownership.ts';
import { reapDead, reapRun } from '../../src/ledger/reaper.ts';
import { planOf } from '../../src/lesson/plan.ts';
import { parseLesson } from '../../src/lesson/parse.ts';
import { processesOf } from '../../src/machine/processes.ts';
import type { PlayListener } from '../../src/play/events.ts';
import { LessonPlay } from '../../src/play/lesson-play.ts';
import { courseWith } from '../fixtures/course-of.ts';
import { fence, lessonSource } from '../fixtures/lesson-source.ts';
import { suiteFor } from '../require.ts';
import { containersOf, exec, newPlace, until } from './machine.ts';

const suite = await suiteFor('grappe', async () => {
  const image = await exec('docker', ['image', 'inspect', 'docker:26-dind']);
  if (!image.ok) throw new Error(image.output);
});

const LESSON = lessonSource(
  `\`\`\`bash
docker swarm init >/dev/null
x=ici
\`\`\`

\`\`\`bash machine=host
jeton=$(docker exec vagrantbox-1 docker swarm join-token -q worker)
for n in 2 3; do docker exec vagrantbox-$n docker swarm join --token "$jeton" vagrantbox-1:2377; done
\`\`\`

\`\`\`output
This node joined a swarm as a worker.
This node joined a swarm as a worker.
\`\`\`

\`\`\`bash
echo $x; pwd
docker node ls --format 'table {{.ID}}\t{{.Hostname}}\t{{.Status}}' | (read -r; sort -k 2)
\`\`\`

\`\`\`output
ici
~/orchestre/essai
pg3n4wtrcbmo9kbgqlwyxuu8p     vagrantbox-1   Ready
v9jcy7wqz8m1k2n3b4v5c6x7z     vagrantbox-2   Ready
h2d3f4g5h6j7k8l9m1n2b3v4c     vagrantbox-3   Ready
\`\`\`

\`\`\`bash machine=vagrantbox-2
hostname; echo "[$x]"
\`\`\`

\`\`\`output
vagrantbox-2
[]
\`\`\`

\`\`\`bash machine=vagrantbox-2 artefact=note.txt alt="Le nom de la machine."
mkdir sous; cd sous; hostname > note.txt
\`\`\`

\`\`\`bash
docker run --rm busybox:1.37 echo bonjour
\`\`\`

\`\`\`output
bonjour
\`\`\`

\`\`\`bash machine=host
docker stop vagrantbox-2
docker ps --all --filter name=vagrantbox-2 --format '{{.Names}} {{.State}}'
\`\`\`

\`\`\`output
vagrantbox-2
vagrantbox-2 exited
\`\`\`

\`\`\`bash retry=60s
docker node ls --filter name=vagrantbox-2 --format '{{.Status}}'
\`\`\`

\`\`\`output
Down
\`\`\`

\`\`\`bash machine=host
docker start vagrantbox-2
\`\`\`

\`\`\`output
vagrantbox-2
\`\`\`

\`\`\`bash machine=vagrantbox-2
hostname
\`\`\`

\`\`\`output
vagrantbox-2
\`\`\`
`,
  'swarm',
);

suite('a lesson on three machines', () => {
  test('joins them in a swarm, keeps a shell on each, stops one from the host, and leaves nothing', async () => {
    const { lesson, findings } = parseLesson(LESSON, 'content/01-essai/lecon.mdx');
    if (lesson === undefined) throw new Error(JSON.stringify(findings));
    const run = await openRun(await newPlace());
    try {
      const labs = new SwarmLabs({ run, course: courseWith(['busybox:1.37']), progress: () => undefined });
      const play = new LessonPlay(lesson, { run, labs, world: process.env });
      const failures: Error[] = [];
      try {
        await play.open();
        for (const { id } of planOf(lesson)) await play.run(id);
      } catch (error) {
        failures.push(error as Error);
      }
      failures.push(...(await play.close()));
      expect(failures.map(({ message }) => message)).toEqual([]);
      expect(play.isGreen).toBe(true);
      const kept = [...play.results.values()].flatMap(({ artefact }) => artefact ?? []);
      expect(kept.map(({ name, content }) => [name, content.toString()])).toEqual([['note.txt', 'vagrantbox-2\n']]);
      expect(play.found.versions['Docker']).toMatch(/^\d+\.\d+/);
      expect(play.found.digests['busybox:1.37']).toMatch(/^sha256:/);
      expect(JSON.stringify([...play.results.values()].map(({ outcome }) => outcome.output))).not.toContain(run.id);
      expect(run.record.containers).toEqual([]);
      expect(await containersOf(run.id)).toEqual([]);
    } finally {
      await reapRun(run);
    }
  });

  test('what runs there is stopped with all that it started; a machine that dies then is the environment’s failure', async () => {
    const { lesson } = parseLesson(
      lessonSource(
        [
          fence('bash id=fond background', 'while true; do sleep 601; done'),
          fence('bash id=dure timeout=600s', 'sleep 602 & echo commencé', '(sleep 603; :) | cat'),
          fence('output', 'commencé'),
        ].join('\n\n'),
        'swarm',
      ),
      'content/01-essai/lecon.mdx',
    );
    if (lesson === undefined) throw new Error('the lesson does not parse');
    const run = await openRun(await newPlace());
    try {
      const labs = new SwarmLabs({ run, course: courseWith([]), progress: () => undefined });
      let told = '';
      const listen: PlayListener = (event) => (told += event.kind === 'line' ? event.text : '');
      const play = new LessonPlay(lesson, { run, labs, world: process.env, listen });
      await play.open();
      const container = `orchestre-${run.id}-vagrantbox-1`;
      const commands = ['exec', container, 'sh', '-c', 'cat /proc/[0-9]*/cmdline | tr "\\0" " "'];
      const sleeping = async () => (await exec('docker', commands)).stdout.match(/sleep 60[123]/g) ?? [];
      await play.run('fond');
      const running = play.run('dure').then(
        () => 'held',
        () => 'failed',
      );
      await until(async () => told === 'commencé' && (await sleeping()).length >= 3);
      play.stop();
      expect(await running).toBe('failed');
      await play.reopen();
      expect(await sleeping()).toEqual([]);
      await play.run('fond');
      expect(await sleeping()).toHaveLength(1);
      await exec('docker', ['rm', '--force', '--volumes', container]);
      await expect(play.run('dure')).rejects.toThrow('Une machine est morte pendant la leçon : vagrantbox-1');
      await play.close();
    } finally {
      await reapRun(run);
    }
  });
});

suite('what is drawn of the machines', () => {
  test('follows containers, services and tasks, until it is told to stop', async () => {
    const run = await openRun(await newPlace());
    const source = lessonSource(fence('bash machine=vagrantbox-2', 'true'), 'swarm');
    const { lesson } = parseLesson(source, 'content/01-essai/lecon.mdx');
    if (lesson === undefined) throw new Error('the lesson does not parse');
    try {
      const labs = new SwarmLabs({ run, course: courseWith(['busybox:1.37']), progress: () => undefined });
      const lab = await labs.enter(lesson);
      const events: ClusterEvent[] = [];
      const following = await lab.follow((object) => events.push({ at: events.length, object }));
      const now = () => stateAt(events, Infinity);
      // The third is no machine of the lesson's.
      expect(now().nodes.map(({ name, role }) => [name, role])).toEqual([
        ['vagrantbox-1', undefined],
        ['vagrantbox-2', undefined],
      ]);

      const docker = async (words: string) => {
        const result = await exec('docker', [
          'exec',
          `orchestre-${run.id}-vagrantbox-1`,
          'docker',
          ...words.split(' '),
        ]);
        if (!result.ok) throw new Error(result.output);
      };
      await docker('run -d --name seul busybox:1.37 sleep 600');
      await until(async () => now().pods.some(({ name, ready }) => name === 'seul' && ready));
      await docker('swarm init');
      await until(async () => now().nodes[0]?.role === 'manager');
      await docker('service create --detach --quiet --name fond --replicas 2 busybox:1.37 sleep 600');
      await until(async () => describe(now()).includes('service fond\u00A0: 2/2 prêts'));
      expect(describe(now())).toContain('machine vagrantbox-1\u00A0: 3\u00A0conteneurs prêts');
      await docker('rm --force seul');
      await docker('service rm fond');
      await until(async () => now().pods.length === 0 && now().owners.length === 0);

      expect(await following?.stop()).toBe(true);
      const told = events.length;
      const dials = ['exec', `orchestre-${run.id}-vagrantbox-1`, 'sh', '-c', 'pgrep -f dial-stdio || true'];
      await until(async () => (await exec('docker', dials)).stdout.trim().split('\n').length <= 1);
      // What goes when the lab does is not the lesson's.
      await lab.leave();
      expect(events).toHaveLength(told);
    } finally {
      await reapRun(run);
    }
  });
});

suite('a run that dies by kill -9', () => {
  test.each([
    ['as it starts', 1],
    ['while its machines are made', 2],
    ['when they are ready', 'prêt'],
  ] as const)('%s: the next start removes its machines and their volumes', async (_, moment) => {
    const { root, stateDir } = await newPlace();
    const script = join(import.meta.dirname, 'doomed-swarm.ts');
    const doomed = spawn(process.execPath, [script, root, stateDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface({ input: doomed.stdout })[Symbol.asyncIterator]();
    const id = (await lines.next()).value as string;
    if (moment === 'prêt') expect((await lines.next()).value).toBe('prêt');
    else await until(async () => (await containersOf(id)).length >= moment);
    doomed.kill('SIGKILL');
    await once(doomed, 'exit');
    const volumes = await volumesOf(id);

    await reapDead({ stateDir });
    expect(await processesOf(id)).toEqual([]);
    expect(await containersOf(id)).toEqual([]);
    expect(await readRecords(stateDir)).toEqual([]);
    for (const volume of volumes) expect((await exec('docker', ['volume', 'inspect', volume])).ok).toBe(false);
    if (moment === 'prêt') expect(volumes).toHaveLength(3);
  });
});

async function volumesOf(id: string): Promise<string[]> {
  const names = await containersOf(id);
  const format = '{{range .Mounts}}{{.Name}} {{end}}';
  return names.length === 0
    ? []
    : (await exec('docker', ['inspect', '--format', format, ...names])).stdout.split(/\s+/).filter(Boolean);
}
