import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Shell, signalGroup } from '../../../src/session/shell.ts';

const LINE = 3;

let dir: string;
let shell: Shell;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shell '));
  const [work, home] = [join(dir, 'travail'), join(dir, 'maison')];
  shell = await Shell.start({ command: [], dir, work, home, env: { PATH: process.env['PATH'] ?? '', HOME: home } });
});
afterEach(async () => {
  await shell.kill();
  await rm(dir, { recursive: true, force: true });
});

const run = (code: string, more: Partial<Parameters<Shell['run']>[0]> = {}) =>
  shell.run({ code, line: LINE, name: 's', timeout: 10_000, ...more });
const print = async (code: string): Promise<string> => (await run(code)).output;
const ended = (status: number, line = 0) => ({ kind: 'ended', status, line, jobs: [] });

describe('a script stops at its first failing command and names its line', () => {
  test.each([
    ['at top level', 'echo a\nfalse\necho b', ended(1, 4), 'a\n'],
    ['in the middle of a line', 'echo a; false; echo b', ended(1, 3), 'a\n'],
    ['in a loop', 'for i in 1 2; do\n  echo $i\n  false\ndone\necho b', ended(1, 5), '1\n'],
    ['in a function, at the line of the function', 'f() {\n  false\n  echo b\n}\nf\necho c', ended(1, 4), ''],
    ['in a subshell', '(echo a; false; echo b)\necho c', ended(1, 3), 'a\n'],
    ['in a substitution that is all of a value', 'x=$(false)\necho b', ended(1, 3), ''],
    ['at the end of a pipe', 'true | false\necho b', ended(1, 3), ''],
    ['although set +e is asked for', 'set +e\nfalse\necho b', ended(1, 4), ''],
    ['but not earlier in a pipe', 'false | cat\necho b', ended(0), 'b\n'],
    ['nor in a condition', 'if false; then :; fi\nfalse || true\n! true || echo ok', ended(0), 'ok\n'],
    [
      'nor for a writer whose reader has enough',
      'x=$(yes | head -1)\nif yes | grep -q y; then echo $x; fi',
      ended(0),
      'y\n',
    ],
    ['nor before the end of a substitution', 'x=$(false; echo a)\necho "$x$(false; echo b)"', ended(0), 'ab\n'],
    ['nor before the end of a subshell in a pipe', '(false; echo a) | cat', ended(0), 'a\n'],
    ['nor for a list whose end was not reached', '[ a = b ] && echo no\necho $?', ended(0), '1\n'],
  ])('%s', async (_, code, ending, output) => {
    expect(await run(code)).toMatchObject({ ending, output });
  });

  test('in a function of an earlier script, at that one’s line', async () => {
    await run('f() {\n  false\n}');
    expect((await run('echo a\nf', { line: 50 })).ending).toEqual(ended(1, 4));
  });

  test('beside a trap of the author’s own', async () => {
    expect(await run("trap 'echo erreur' ERR\nfalse\necho suite")).toMatchObject({
      ending: ended(1, 4),
      output: 'erreur\n',
    });
  });
});

describe('one script after the other', () => {
  test('variables, functions, aliases and directory carry over', async () => {
    await run('x=1; f() { echo "$x $PWD"; }; cd /; alias dire=\'echo dit\'');
    expect(await print('f\ndire bonjour')).toBe('1 /\ndit bonjour\n');
  });

  test('an alias holds from the next line on', async () => {
    expect(await print("alias dire='echo dit'\ndire bonjour")).toBe('dit bonjour\n');
  });

  test.each(['(exit 3)', 'false', 'grep -q x /dev/null', '[ a = b ] && :'])('$? carries over from %s', async (code) => {
    const { ending } = await run(code);
    expect(await print('echo $?')).toBe(`${ending.kind === 'ended' ? ending.status : 'none'}\n`);
  });

  test('options, shopt, traps of errors and redirections do not', async () => {
    const before = await print('set +o; shopt -p; trap');
    await run("set -eufCav; set -o pipefail; shopt -s extglob nullglob; trap ': x' ERR DEBUG; exec >/dev/null 2>&1");
    expect(await print('set +o; shopt -p; trap')).toBe(before);
    expect(await print('echo "[${undefined_name-}]"; false || echo still')).toBe('[]\nstill\n');
  });

  test('none eats what comes behind it: standard input is empty', async () => {
    expect(await print('cat; read -r x || echo rien')).toBe('rien\n');
  });

  test('apart, it leaves nothing', async () => {
    await run('x=1');
    expect((await run('x=2; echo $x; false', { apart: true })).output).toBe('2\n');
    expect(await print('echo $x $?')).toBe('1 0\n');
  });

  test('a file is written where the shell stands', async () => {
    await run('mkdir sous; cd sous');
    expect(await shell.writeFile('a b/c’d.txt', "deux 'mots'")).toBeUndefined();
    expect(await print('cat a*/*; pwd')).toBe(`deux 'mots'\n${dir}/travail/sous\n`);
    expect(await shell.writeFile('a b', '')).toContain('Is a directory');
  });
});

describe('nothing of the driver is in sight', () => {
  test.each([
    ['$0 $- $#', 'echo $0 $- $# "$*"', 'bash hBs 0 \n'],
    ['traps', 'trap; trap -p; trap -p ERR', ''],
    ['variables', 'set | grep -i __orch; declare -p | grep -i __orch; compgen -A variable __; echo', '\n'],
    ['functions', 'declare -F; compgen -A function; alias', ''],
    ['sources', 'echo "[${BASH_SOURCE[*]}][${FUNCNAME[*]}]"; caller || echo $?', '[][]\n1\n'],
    ['file descriptors', 'ls /proc/self/fd | xargs', '0 1 2 3\n'],
    ['xtrace', 'set -x\necho a', '+ echo a\na\n'],
    ['jobs', 'jobs; wait; echo "[$!]"', '[]\n'],
    ['SHLVL', 'echo $SHLVL', '1\n'],
    ['break outside of a loop', 'break; echo $?', expect.stringMatching(/only meaningful in a `for'.*\n0\n$/)],
  ])('%s', async (_, code, output) => {
    await run('true');
    expect(await print(code)).toEqual(output);
  });

  test('not even of a function that is called later', async () => {
    await run('f() { echo $-; }');
    expect(await print('f')).toBe('hBs\n');
  });
});

describe('an author may call his own as he likes', () => {
  test.each([
    'printf',
    'source',
    'kill',
    'wait',
    'read',
    'trap',
    'eval',
    'set',
    'exec',
    'jobs',
    'unset',
    'export',
    'exit',
  ])('a function %s', async (name) => {
    await run(`${name}() { echo mien; }`);
    expect(await run('echo a\n(true)')).toMatchObject({ ending: ended(0), output: 'a\n' });
    expect(await run('false\necho b')).toMatchObject({ ending: ended(1, 3), output: '' });
  });

  test('an alias of every name', async () => {
    await run("for n in printf source builtin trap set exec return; do alias $n='echo mien'; done");
    expect(await run('echo a\nfalse')).toMatchObject({ ending: ended(1, 4), output: 'a\n' });
  });

  test('a function builtin is found out in bounded time', async () => {
    const { ending } = await run('builtin() { echo mien; }', { timeout: 300 });
    expect(ending.kind).not.toBe('died');
  });

  test('readonly variables', async () => {
    await run('readonly pid=1 status=2 line=3 code=4 file=5');
    expect(await run('echo $pid\nfalse')).toMatchObject({ ending: ended(1, 4), output: '1\n' });
  });

  test.each(['sortie', 'extrait', 'fond-1'])('an id %s', async (name) => {
    expect((await run('echo a', { name })).output).toBe('a\n');
  });
});

describe('each unit of lines has its own output', () => {
  test.each([
    [
      'two commands',
      'echo a\necho b',
      [
        [1, 1, 'a\n'],
        [2, 2, 'a\nb\n'],
      ],
    ],
    [
      'a here-document',
      "cat <<'E'\nx\nE\n\n# why\necho b",
      [
        [1, 3, 'x\n'],
        [4, 6, 'x\nb\n'],
      ],
    ],
    ['what is on one line', 'echo a; echo b', [[1, 1, 'a\nb\n']]],
    ['what looks back', 'true | true\necho "${PIPESTATUS[*]}"', [[1, 2, '0 0\n']]],
    ['the last argument', 'mkdir d\ncd $_; basename "$PWD"', [[1, 2, 'd\n']]],
    [
      'continued lines',
      'echo a \\\n  b\nfor i in 1 2; do\n  echo $i\ndone',
      [
        [1, 2, 'a b\n'],
        [3, 5, 'a b\n1\n2\n'],
      ],
    ],
    ['only a comment', '# rien', []],
  ])('%s', async (_, code, expected) => {
    const { commands } = await run(code);
    expect(commands.map(({ from, to, printed }) => [from, to, printed])).toEqual(expected);
  });
});

describe('output', () => {
  test('is both streams in order, and can be opened by name', async () => {
    expect(await print('echo a; echo b >&2; echo c >/dev/stdout; echo d | tee /dev/stderr')).toMatch(
      /^a\nb\nc\nd\nd\n$/,
    );
  });

  test('comes line by line', async () => {
    const lines: string[] = [];
    await run("echo a; printf 'b\\rc'", { onLine: (line) => lines.push(line) });
    expect(lines).toEqual(['a', 'c']);
  });

  test('of a gigabyte keeps its head and its tail, says what it dropped, and takes no memory', async () => {
    const before = process.memoryUsage().rss;
    const { output } = await run('echo début; head -c 1000000000 /dev/zero | tr "\\0" x; echo; echo fin', {
      timeout: 60_000,
    });
    expect(output.length).toBeLessThan(600_000);
    expect(output).toMatch(/^début\nx+\n… \(\d+ octets omis\) …\nx+\nfin\n$/);
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
  }, 90_000);
});

describe('what no exit code tells', () => {
  test('a script that never ends', async () => {
    expect((await run('echo a; sleep 60', { timeout: 300 })).ending).toEqual({ kind: 'timeout', answered: false });
  });

  test.each([
    ['exit', 'echo a\nexit 3', { kind: 'died', status: 3, signal: null }],
    ['kill', 'echo a\nkill -9 $$', { kind: 'died', status: null, signal: 'SIGKILL' }],
    ['exec', 'echo a\nexec true', { kind: 'died', status: 0, signal: null }],
    ['set -u', 'echo a\nset -u; echo $nulle_part', { kind: 'died' }],
  ])('a script that takes its shell down by %s', async (_, code, ending) => {
    const result = await run(code);
    expect(result.ending).toMatchObject(ending);
    expect(result.output).toMatch(/^a\n/);
  });

  test('a script that leaves a process behind', async () => {
    const { ending } = await run('sleep 60 &');
    expect(ending).toMatchObject({ kind: 'ended', jobs: [expect.any(Number)] });
  });
});

describe('a script in the background', () => {
  test('runs beside others until it is stopped', async () => {
    await run('x=prêt');
    const script = await shell.start({ code: 'echo $x; sleep 60\necho jamais', line: 9, name: 'fond' });
    while (script.output.text() === '') await script.output.changed();
    expect(await run('echo ici; jobs')).toMatchObject({ ending: ended(0), output: 'ici\n' });
    expect(await shell.isAlive(script)).toBe(true);
    expect(await shell.stop(script, 5000)).toEqual({ exitCode: 0, line: 0 });
    expect(script.output.text()).toBe('prêt\n');
    expect(signalGroup(script.group, 0)).toBe(false);
    expect(await print('echo encore')).toBe('encore\n');
  });

  test('that ended by itself says how, and where', async () => {
    const script = await shell.start({ code: 'echo a\nfalse\necho b', line: 9, name: 'fond' });
    while (await shell.isAlive(script)) await run(':');
    expect(await shell.stop(script, 5000)).toEqual({ exitCode: 1, line: 10 });
    expect(script.output.text()).toBe('a\n');
  });

  test.each([
    ['exit', 'echo a; exit 7', { exitCode: 7, line: 0 }],
    ['a signal', 'echo a; kill -9 $BASHPID', { exitCode: 137, line: 0 }],
    ['a failure within a function', 'echo a; f() {\n  false\n  true\n}\nf', { exitCode: 1, line: 10 }],
    ['success', 'echo a; trap', { exitCode: 0, line: 0 }],
  ])('says so of %s', async (_, code, end) => {
    const script = await shell.start({ code, line: 9, name: 'fond' });
    while (await shell.isAlive(script)) await run(':');
    expect(await shell.stop(script, 5000)).toEqual(end);
    expect(script.output.text()).toBe('a\n');
  });
});

test('its processes carry the script’s name', async () => {
  const pids = await print('cat /proc/self/environ | tr "\\0" "\\n" | grep EXTRAIT');
  expect(pids).toBe('ORCHESTRE_EXTRAIT=s\n');
  expect(await readFile('/proc/self/environ', 'utf8')).not.toContain('EXTRAIT');
});
