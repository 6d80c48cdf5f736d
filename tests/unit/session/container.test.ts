import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LessonJudge } from '../../../src/judge/judge.ts';
import { parseLesson } from '../../../src/lesson/parse.ts';
import { planOf } from '../../../src/lesson/plan.ts';
import { Session, type StepResult } from '../../../src/session/session.ts';
import { lessonSource } from '../../fixtures/lesson-source.ts';
import { suiteFor } from '../../require.ts';

const IMAGE = 'debian:trixie-slim';
/** What runs in the container by itself. */
const IDLE = ['/sbin/docker-init -- sleep 300', 'sleep 300'];
const SOURCE = lessonSource(`\`\`\`bash background id=fond ready="prêt"
echo prêt; sleep 60
\`\`\`

\`\`\`output
prêt
\`\`\`

\`\`\`bash
x=1; mkdir sous; cd sous
\`\`\`

\`\`\`ini file=a.txt
mot
\`\`\`

\`\`\`bash
pwd
cat a.txt; echo b | tee /dev/stderr
nulle-part || echo "$x $?"
ls /proc/self/fd | xargs
\`\`\`

\`\`\`output
~/orchestre/essai/sous
mot
b
b
bash: nulle-part: command not found
1 127
0 1 2 3
\`\`\`

\`\`\`bash exit=1 stop=fond
grep -q absent a.txt
\`\`\`

\`\`\`bash
echo $?
\`\`\`

\`\`\`output
1
\`\`\``);

const HANGING = lessonSource(`\`\`\`bash background
while true; do sleep 61; done
\`\`\`

\`\`\`bash
sleep 62 & echo commencé; (sleep 63; :) | cat
\`\`\``);

const suite = await suiteFor('grappe', () => execa('docker', ['image', 'inspect', IMAGE]));

suite('a session on another machine', () => {
  let container: string;
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'session-'));
    ({ stdout: container } = await execa('docker', ['run', '--rm', '--init', '-d', IMAGE, 'sleep', '300']));
  }, 60_000);
  afterAll(async () => {
    await execa('docker', ['rm', '-f', container]);
    await rm(dir, { recursive: true, force: true });
  }, 60_000);

  async function open(source: string) {
    const { lesson } = parseLesson(source, 'content/01-essai/lecon.mdx');
    if (lesson === undefined) throw new Error('the lesson does not parse');
    const command = ['docker', 'exec', '-i', container];
    const session = await Session.open({
      machines: [{ name: 'debian', command, work: '/root/lecon', home: '/root', env: {}, local: false }],
      lesson,
      judge: new LessonJudge(lesson),
      renames: [],
      env: {},
      world: process.env,
      dir,
      clock: () => 0,
    });
    return { lesson, session };
  }
  const inside = (script: string) => execa('docker', ['exec', container, 'sh', '-c', script]);
  /** Command lines of what runs there, but for who asks. */
  async function processes(): Promise<string[]> {
    const { stdout } = await inside('for each in /proc/[0-9]*; do tr "\\0" " " <$each/cmdline; echo; done 2>/dev/null');
    return stdout
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !/^(sh|tr) /.test(line))
      .toSorted();
  }

  test('runs a lesson’s steps through docker exec, and leaves no process there', async () => {
    const { lesson, session } = await open(SOURCE);
    const results: StepResult[] = [];
    for (const step of planOf(lesson)) results.push(...(await session.run(step)));
    results.push(...(await session.finish()));
    await session.close();
    expect(results.flatMap(({ verdict }) => (verdict.ok ? [] : [verdict.message]))).toEqual([]);
    expect(results.map(({ step }) => step.id)).toContain('fond');
    expect(await processes()).toEqual(IDLE);
    expect((await inside('ls -d /tmp/tmp* 2>/dev/null || true')).stdout).toBe('');
  }, 120_000);

  test('closed at work, it takes along all that its shell started there: jobs, pipes, the background', async () => {
    const { lesson, session } = await open(HANGING);
    const [background, hanging] = planOf(lesson);
    if (background === undefined || hanging === undefined) throw new Error('the lesson lacks steps');
    await session.run(background);
    const running = session.run(hanging).catch(() => []);
    await expect
      .poll(processes, { timeout: 30_000 })
      .toEqual(expect.arrayContaining(['cat', 'sleep 61', 'sleep 62', 'sleep 63']));
    await session.close();
    await running;
    expect(await processes()).toEqual(IDLE);
  }, 120_000);
});
