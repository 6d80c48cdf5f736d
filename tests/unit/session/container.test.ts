import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LessonJudge } from '../../../src/judge/judge.ts';
import { parseLesson } from '../../../src/lesson/parse.ts';
import { planOf } from '../../../src/lesson/plan.ts';
import { Session, type StepResult } from '../../../src/session/session.ts';
import { suiteFor } from '../../require.ts';

const IMAGE = 'debian:trixie-slim';
const SOURCE = `---
titre: Essai
resume: Une leçon d’essai.
objectifs: [Essayer]
duree: 5
cluster: none
---

\`\`\`bash background id=fond ready="prêt"
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
\`\`\`
`;

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

  test('runs a lesson’s steps through docker exec, and leaves no process there', async () => {
    const { lesson } = parseLesson(SOURCE, 'content/01-essai/lecon.mdx');
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
    const results: StepResult[] = [];
    for (const step of planOf(lesson)) results.push(...(await session.run(step)));
    results.push(...(await session.finish()));
    await session.close();
    expect(results.flatMap(({ verdict }) => (verdict.ok ? [] : [verdict.message]))).toEqual([]);
    expect(results.map(({ step }) => step.id)).toContain('fond');
    const { stdout } = await execa('docker', [
      'exec',
      container,
      'sh',
      '-c',
      'cat /proc/[0-9]*/comm; ls -d /tmp/tmp* 2>/dev/null || true',
    ]);
    expect(stdout.split('\n').toSorted()).toEqual(['docker-init', 'sh', 'sleep']);
  }, 120_000);
});
