import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LessonJudge } from '../../../src/judge/judge.ts';
import { parseLesson } from '../../../src/lesson/parse.ts';
import { planOf } from '../../../src/lesson/plan.ts';
import type { Lesson } from '../../../src/lesson/types.ts';
import type { SessionEvent } from '../../../src/session/events.ts';
import { Session, type SessionOptions, type StepResult } from '../../../src/session/session.ts';
import { StepFailure } from '../../../src/session/step-failure.ts';

const FRONT = '---\ntitre: Essai\nresume: Une leçon d’essai.\nobjectifs: [Essayer]\nduree: 5\ncluster: none\n---\n';
/** The line of the first fence of a lesson that `lesson` made. */
const FIRST = 9;

let root: string;
let session: Session | undefined;
let events: SessionEvent[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'session-'));
  events = [];
});
afterEach(async () => {
  await session?.close();
  session = undefined;
  await rm(root, { recursive: true, force: true });
});

const bash = (code: string, output?: string, attributes = ''): string =>
  `\`\`\`bash ${attributes}\n${code}\n\`\`\`\n${output === undefined ? '' : `\n\`\`\`output\n${output}\n\`\`\`\n`}`;

function lesson(...fences: string[]): Lesson {
  const parsed = parseLesson(`${FRONT}\n${fences.join('\n')}`, 'content/01-essai/lecon.mdx');
  if (parsed.lesson === undefined) throw new Error(JSON.stringify(parsed.findings));
  return parsed.lesson;
}

async function play(of: Lesson, options: Partial<SessionOptions> = {}): Promise<StepResult[]> {
  const began = performance.now();
  const [work, home] = [join(root, 'travail'), join(root, 'maison')];
  session = await Session.open({
    machines: [{ name: 'host', command: [], work, home, env: {}, local: true }],
    lesson: of,
    judge: new LessonJudge(of),
    renames: [],
    env: { ORCHESTRE_RUN: 'r1' },
    world: process.env,
    dir: root,
    clock: () => Math.round(performance.now() - began),
    emit: (event) => events.push(event),
    ...options,
  });
  const results: StepResult[] = [];
  for (const step of planOf(of)) {
    results.push(...(await session.run(step)));
    const bad = results.some(({ verdict }) => !verdict.ok);
    if (bad && options.lenient !== true) return results;
  }
  return [...results, ...(await session.finish())];
}

const verdicts = (results: readonly StepResult[]): boolean[] => results.map(({ verdict }) => verdict.ok);
const failureOf = async (...fences: string[]): Promise<StepFailure> => {
  const error: unknown = await play(lesson(...fences)).catch((reason: unknown) => reason);
  if (error instanceof StepFailure) return error;
  throw new Error(`no StepFailure: ${JSON.stringify(error)}`);
};

/** A kubectl that only says what it was asked. */
async function fakeKubectl(): Promise<NodeJS.ProcessEnv> {
  const bin = join(root, 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'kubectl'), '#!/bin/bash\necho "kubectl $*"\n');
  await chmod(join(bin, 'kubectl'), 0o755);
  return { PATH: `${bin}:${process.env['PATH']}` };
}

describe('as in the reader’s own terminal', () => {
  test.each([
    ['return', [bash('echo un\nreturn 0\necho deux', 'un')], false],
    ['an ERR trap of the author’s', [bash("trap 'echo erreur' ERR\nfalse\necho suite", 'erreur\nsuite')], false],
    ['a progress bar', [bash("printf '10%%\\r50%%\\r100%%\\nfini\\n'", '100%\nfini')], true],
    ['an alias', [bash("alias dire='echo dit'"), bash('dire bonjour', 'dit bonjour')], true],
    ['a file written after cd', [bash('mkdir d; cd d'), '```ini file=c.txt\nv2\n```\n', bash('cat c.txt', 'v2')], true],
    [
      'a stale file after cd',
      [
        '```ini file=c.txt\nv1\n```\n',
        bash('mkdir d; cp c.txt d; cd d'),
        '```ini file=c.txt\nv2\n```\n',
        bash('cat c.txt', 'v1'),
      ],
      false,
    ],
    ['printf of the author’s', [bash('printf() { echo P; }'), bash('echo a', 'a')], true],
    ['the middle of a substitution', [bash('x=$(false; echo a)\necho "x=$x"', 'x=a')], true],
    ['a substitution to its end', [bash('echo "n : $(grep -c x /dev/null; echo fini)"', 'n : 0')], false],
    ['eval of half a command', [bash('eval "if" || true', 'bash: eval: …')], true],
    ['$? after an expected failure', [bash('(exit 3)', undefined, 'exit=3'), bash('echo $?', '3')], true],
    ['$? after a file', [bash('false', undefined, 'exit=1'), '```ini file=a\nx\n```\n', bash('echo $?', '1')], true],
  ])('%s', async (_, fences, ok) => {
    const results = await play(lesson(...fences));
    expect(results.every(({ verdict }) => verdict.ok)).toBe(ok);
  });
});

describe('a file that a snippet is asked to keep', () => {
  const keeping = (code: string, name = 'note.txt') => bash(code, undefined, `artefact=${name} alt="Une note."`);

  test('is read where the shell stands, rewritten as outputs are, and belongs to that snippet alone', async () => {
    const results = await play(lesson(bash('mkdir d; cd d'), keeping('pwd > note.txt'), bash('rm note.txt')));
    expect(results.map(({ artefact }) => artefact && [artefact.name, artefact.content.toString()])).toEqual([
      undefined,
      ['note.txt', '~/orchestre/essai/d\n'],
      undefined,
    ]);
  });

  test.each([
    ['missing', keeping('true'), 'l’extrait n’a pas laissé de fichier note.txt'],
    ['a folder', keeping('mkdir note.txt'), 'l’extrait n’a pas laissé de fichier note.txt'],
    [
      'something else',
      keeping('echo non > a.png', 'a.png'),
      'ce n’est pas une image PNG entière ; il commence par « non »',
    ],
    ['too large', keeping('head -c 300001 /dev/zero | tr "\\0" a > note.txt'), 'il dépasse 300 ko'],
  ])('that is %s is the snippet’s failure, at its line', async (_, snippet, message) => {
    const failure = await failureOf(bash('true'), snippet);
    expect(failure.message).toContain(message);
    expect(failure.position.line).toBe(FIRST + 4);
  });
});

test('nothing of this machine is in an outcome', async () => {
  const proxy = 'http://alice:motdepasse@mandataire:3128';
  const world = { ...process.env, HTTP_PROXY: proxy, https_proxy: proxy, DOCKER_HOST: 'unix:///run/user/1/d.sock' };
  const code =
    'env | sort; export -p; declare -x; pwd; cd; pwd; echo ~; type kubectl cat; nulle-part || hostname; whoami; echo $HTTP_PROXY';
  const [result] = await play(lesson(bash(code, '…')), { world });
  const output = result?.outcome.output ?? '';
  const allowed = /^(declare -x |export )?(HOME=|LANG=|LC_ALL=|OLDPWD|PATH=|PWD=|SHLVL=|TERM=|TZ=|_=)/;
  const [variables, others] = Object.values(
    Object.groupBy(output.trim().split('\n'), (line) => (/=|^declare -x/.test(line) ? 'v' : 'o')),
  );
  expect(variables?.filter((line) => !allowed.test(line))).toEqual([]);
  expect(others).toContain('~/orchestre/essai');
  for (const secret of ['motdepasse', 'mandataire', 'ORCHESTRE', root, 'run/user', '__orchestre'])
    expect(output).not.toContain(secret);
  for (const name of [hostname(), userInfo().username].filter((each) => each.length > 2 && each !== 'root'))
    expect(output).not.toContain(name);
});

describe('messages', () => {
  test.each([
    ['exit', ['echo a\nexit 3'], FIRST + 2, /« exit ».*retirez exit/],
    ['exec', ['exec true'], FIRST + 1, /« exec »/],
    ['set -u', ['echo a\nset -u; echo $rien'], FIRST + 1, /set -u/],
    ['set -e with a trace', ['set -ex\nfalse'], FIRST + 1, /« set -e »/],
    ['a command that lasts', ['echo a\nsleep 9'], FIRST + 2, /« sleep 9 » n’est pas terminé 1 s.*augmentez/],
    ['a process left behind', ['echo a\nsleep 9 &'], FIRST + 2, /laisse un processus.*background/],
  ])('%s', async (_, [code = ''], line, message) => {
    const failure = await failureOf(bash(code, '…', 'timeout=1s'));
    expect(failure.message).toMatch(message);
    expect(failure.position.line).toBe(line);
  });

  test.each(['return', 'break', 'continue'])('%s where it means nothing', async (word) => {
    const [result] = await play(lesson(bash(`echo a\n${word}\necho b`, 'a')));
    expect(result?.verdict).toMatchObject({
      ok: false,
      message: expect.stringContaining(`« ${word} » (ligne ${FIRST + 2})`),
    });
  });

  test('a file that cannot be written', async () => {
    expect((await failureOf(bash('mkdir d'), '```ini file=d\nx\n```\n')).message).toMatch(
      /d n’a pas pu.*\nbash: d: Is a dir/,
    );
  });
});

describe('retry', () => {
  // Written to by each run of a snippet that only reads for the shell: what a cluster would do meanwhile.
  const count = 'n=$(($(cat n 2>/dev/null || echo 0) + 1)); echo $n >n';

  test('holds when it matches twice in a row, and leaves one run’s effects', async () => {
    const of = lesson(
      bash('x=0'),
      bash(`${count}; x=$((x+1)); [ $n -lt 3 ] && echo non || echo oui`, 'oui', 'retry=9s'),
      bash('echo $x', '1'),
    );
    const results = await play(of);
    expect(verdicts(results)).toEqual([true, true, true]);
    expect(results[1]?.outcome.attempts).toBe(4);
  });

  test('does not hold on a passing state', async () => {
    const of = lesson(bash(`${count}; [ $n = 2 ] && echo oui || echo non`, 'oui', 'retry=1s'));
    const [result] = await play(of);
    expect(result?.verdict).toMatchObject({ ok: false });
  });

  test('does with instant', async () => {
    const [result] = await play(
      lesson(bash(`${count}; [ $n = 2 ] && echo oui || echo non`, 'oui', 'retry=9s instant')),
    );
    expect(result).toMatchObject({ verdict: { ok: true }, outcome: { attempts: 2 } });
  });
});

describe('a check', () => {
  const exercise = (check: string, solution: string): string =>
    `<Exercice titre="Un fichier">\n\nFaites.\n\n${bash(check, undefined, 'check')}\n<Solution>\n\n${bash(solution)}\n</Solution>\n\n</Exercice>\n`;

  test('fails before, passes after, and may exit', async () => {
    const results = await play(lesson(exercise('[ -f fait ] || exit 1', 'touch fait')));
    expect(results.map(({ status }) => status)).toEqual(['expected-failure', 'proven', 'proven']);
    expect(verdicts(results)).toEqual([true, true, true]);
  });

  test('knows what its reader’s own bash knows: nothing of the lesson’s variables', async () => {
    const results = await play(
      lesson(`${bash('secret=oui')}\n\n${exercise('[ -f fait ]\n[ "$secret" = oui ]', 'touch fait')}`),
    );
    expect(verdicts(results)).toEqual([true, true, true, false]);
  });

  test('stops at its first command that fails, and speaks as its file does', async () => {
    const results = await play(lesson(exercise('cat absent\necho encore', 'touch absent')));
    expect(results.map(({ outcome }) => outcome.output)).toEqual([
      expect.stringMatching(/^cat: absent: .*\n$/),
      '',
      'encore\n',
    ]);
  });

  test('that does the work itself is refused', async () => {
    const [result] = await play(lesson(exercise('[ -f fait ] || { touch fait; false; }', 'true')));
    expect(result?.verdict).toMatchObject({ ok: false, message: expect.stringContaining('deux fois') });
  });

  test('that undoes the solution is refused', async () => {
    const results = await play(lesson(exercise('[ -f fait ] && rm fait', 'touch fait')));
    expect(verdicts(results)).toEqual([true, true, false]);
  });
});

describe('waits', () => {
  const fence = (output: string): string => bash('echo a', output, 'wait="deployment/web"');

  test('run behind an output that holds, and are part of the outcome', async () => {
    const [result] = await play(lesson(fence('a')), { world: await fakeKubectl() });
    expect(result?.outcome.waits).toMatchObject([
      {
        command: 'kubectl rollout status deployment/web --timeout=60s',
        output: 'kubectl rollout status deployment/web --timeout=60s\n',
      },
    ]);
  });

  test('run behind one that differs where the driver goes on', async () => {
    const [result] = await play(lesson(fence('b')), { world: await fakeKubectl(), lenient: true });
    expect(result).toMatchObject({ verdict: { ok: false }, outcome: { waits: [{}] } });
  });

  test('do not run behind one that fails', async () => {
    const [result] = await play(lesson(fence('b')), { world: await fakeKubectl() });
    expect(result?.outcome.waits).toEqual([]);
  });

  test('do not run behind another exit code, however lenient one is', async () => {
    const of = lesson(bash('echo a; false', 'a', 'wait="deployment/web"'));
    const [result] = await play(of, { world: await fakeKubectl(), lenient: true });
    expect(result?.outcome.waits).toEqual([]);
  });

  test('leave $? as the snippet left it', async () => {
    const of = lesson(bash('(exit 3)', undefined, 'exit=3 wait="deployment/web"'), bash('echo $?', '3'));
    expect(verdicts(await play(of, { world: await fakeKubectl() }))).toEqual([true, true]);
  });
});

describe('in the background', () => {
  test('a failure is its own, at its own line', async () => {
    const of = lesson(
      bash('echo prêt\nfalse', 'prêt', 'background id=fond ready="prêt"'),
      bash('sleep 0.3'),
      bash('true', undefined, 'stop=fond'),
    );
    const results = await play(of);
    expect(results.at(-1)).toMatchObject({
      step: { id: 'fond' },
      outcome: { exitCode: 1, failedLine: FIRST + 2 },
      verdict: { ok: false, line: FIRST + 2 },
    });
  });

  test('one that ends before it is ready says so', async () => {
    const failure = await failureOf(bash('echo a\nfalse', 'a', 'background id=fond ready="prêt"'));
    expect(failure.message).toMatch(/code de sortie 1.*avant d’afficher « prêt »/);
    expect(failure.position.line).toBe(FIRST + 2);
  });

  test.each([
    ['while it begins', bash('sleep 0.3; kill -9 $$; sleep 9', 'prêt', 'background id=fond ready="prêt"')],
    ['behind it', bash('kill -9 $$; sleep 9', undefined, 'background id=fond')],
  ])('what closes the lesson’s shell is told at its fence: %s', async (_, fences) => {
    const failure = await failureOf(fences);
    expect(failure.message).toMatch(/shell de la leçon s’est fermé \(tué par SIGKILL\).*→ retirez/);
    expect([failure.position.line, session?.isUsable]).toEqual([FIRST, false]);
  });

  test('its lines are told as they come', async () => {
    await play(lesson(bash('echo prêt; sleep 9', 'prêt', 'background id=fond ready="prêt"')));
    expect(events).toContainEqual(expect.objectContaining({ kind: 'line', text: 'prêt' }));
  });
});

test('events come in order, rewritten', async () => {
  await play(lesson(bash('echo a\npwd', 'a\n~/orchestre/essai')));
  expect(events.map((event) => (event.kind === 'line' ? event.text : event.kind))).toEqual([
    'began',
    'a',
    '~/orchestre/essai',
    'judged',
  ]);
});

test('each command ends somewhere in the output', async () => {
  const [result] = await play(lesson(bash('echo a\npwd\ntrue', 'a\n~/orchestre/essai')));
  expect(result?.outcome.commands).toEqual([
    { from: 1, to: 1, until: 2 },
    { from: 2, to: 2, until: 20 },
    { from: 3, to: 3, until: 20 },
  ]);
});

test('an abort ends what runs, with its reason', async () => {
  const stop = new AbortController();
  const playing = play(lesson(bash('sleep 9')), { signal: stop.signal, emit: () => stop.abort(new Error('assez')) });
  await expect(playing).rejects.toThrow('assez');
});
