import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Shell, signalGroup } from '../../../src/session/shell.ts';

let dir: string;
let shell: Shell;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shell '));
  shell = await Shell.start(dir, { cwd: dir, env: { PATH: process.env['PATH'] ?? '' } });
});
afterEach(async () => {
  await shell.kill();
  await rm(dir, { recursive: true, force: true });
});

const run = async (code: string, timeout = 10_000) => {
  await writeFile(join(dir, 's'), `\n\n${code}\n`);
  return shell.run('s', timeout);
};
const ended = (status: number, line = 0) => ({ kind: 'ended', status, line, jobs: [] });

describe('a script stops at its first failing command and names its line', () => {
  test.each([
    ['at top level', 'echo a\nfalse\necho b', ended(1, 4), 'a\n'],
    ['in a function, at the line of the function', 'f() {\n  false\n  echo b\n}\nf\necho c', ended(1, 4), ''],
    ['in a subshell', '(echo a; false; echo b)\necho c', ended(1, 3), 'a\n'],
    ['in a substitution', 'x=$(false)\necho b', ended(1, 3), ''],
    ['anywhere in a pipe', 'false | cat\necho b', ended(1, 3), ''],
    ['but not in a condition', 'if false; then :; fi\nfalse || true\n! true || echo ok', ended(0), 'ok\n'],
    ['nor for a writer whose reader has enough', 'yes | head -1\nyes | grep -q y', ended(0), 'y\n'],
  ])('%s', async (_, code, ending, output) => {
    expect(await run(code)).toMatchObject({ ending, output });
  });
});

describe('one script after the other', () => {
  test('variables, functions and directory carry over', async () => {
    await run('x=1; f() { echo "$x $PWD"; }; cd /');
    expect((await run('f')).output).toBe('1 /\n');
  });

  test('options and redirections do not', async () => {
    await run('set -eu; exec >/dev/null');
    expect(await run('echo "[${undefined_name-}]"; false || echo still')).toMatchObject({ output: '[]\nstill\n' });
  });

  test('none eats what comes behind it: standard input is empty', async () => {
    expect((await run('cat; read -r x || echo rien')).output).toBe('rien\n');
  });
});

describe('output', () => {
  test('is both streams in order, and can be opened by name', async () => {
    expect((await run('echo a; echo b >&2; echo c >/dev/stdout; echo d | tee /dev/stderr')).output).toMatch(
      /^a\nb\nc\nd\nd\n$/,
    );
  });

  test('that is no text is escaped, colours are gone', async () => {
    expect((await run(String.raw`printf '\001\377\n\033[31mé\033[0m\r\n'`)).output).toBe('\\x01\\xff\né\n');
  });

  test('of a gigabyte keeps its head and its tail, and says what it dropped', async () => {
    const before = process.memoryUsage().rss;
    const { output } = await run('echo début; head -c 1000000000 /dev/zero | tr "\\0" x; echo; echo fin', 60_000);
    expect(output.length).toBeLessThan(600_000);
    expect(output).toMatch(/^début\nx+\n… \(\d+ octets omis\) …\nx+\nfin\n$/);
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  }, 90_000);
});

describe('what no exit code tells', () => {
  test('a script that never ends', async () => {
    expect((await run('echo a; sleep 60', 300)).ending).toEqual({ kind: 'timeout' });
  });

  test.each([
    ['exit', 'exit 3', { kind: 'died', status: 3, signal: null }],
    ['kill', 'kill -9 $$', { kind: 'died', status: null, signal: 'SIGKILL' }],
    ['exec', 'exec true', { kind: 'died', status: 0, signal: null }],
  ])('a script that takes its shell down by %s', async (_, code, ending) => {
    expect((await run(code)).ending).toEqual(ending);
  });

  test('a script that leaves a process behind', async () => {
    const { ending } = await run('sleep 60 &');
    expect(ending).toMatchObject({ kind: 'ended', jobs: [expect.any(Number)] });
  });
});

test('a script in the background runs beside others until it is stopped', async () => {
  await writeFile(join(dir, 'fond'), 'echo prêt; sleep 60\necho jamais\n');
  const group = Number(await shell.start('fond'));
  expect((await run('echo ici')).ending).toEqual(ended(0));
  await shell.stop(group, 5000);
  expect(await shell.outputOf('fond')).toBe('prêt\n');
  expect(signalGroup(group, 0)).toBe(false);
  expect((await run('echo encore')).output).toBe('encore\n');
});
