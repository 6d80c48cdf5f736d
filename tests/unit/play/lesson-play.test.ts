import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { labsOf } from '../../../src/lab/labs.ts';
import type { Lab, LabProvider } from '../../../src/lab/types.ts';
import { openRun, type Run } from '../../../src/ledger/ownership.ts';
import { processesOf } from '../../../src/machine/processes.ts';
import type { PlayEvent } from '../../../src/play/events.ts';
import { LessonPlay, type PlayOptions } from '../../../src/play/lesson-play.ts';
import { courseWith } from '../../fixtures/course-of.ts';
import { EXERCISE, fence, lessonOf } from '../../fixtures/lesson-source.ts';

const BODY = [
  '## Section',
  '### Titre',
  fence('bash', 'x=1', 'echo $$ > pid'),
  fence('bash id=dure timeout=600s', 'echo commencé', 'tail -f /dev/null'),
  fence('output', 'commencé'),
  ...EXERCISE,
].join('\n\n');

let root: string;
let run: Run;
let events: PlayEvent[];
let play: LessonPlay;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'orchestre-play-'));
  run = await openRun({ root, stateDir: join(root, 'etat') });
  events = [];
  await open(BODY);
});

async function open(body: string, options: Partial<PlayOptions> = {}): Promise<void> {
  const lesson = lessonOf(body);
  const labs = labsOf({ run, course: courseWith([], [lesson]), progress: () => {} });
  const listen = (event: PlayEvent) => events.push(event);
  play = new LessonPlay(lesson, { run, labs: labs.none, world: process.env, listen, ...options });
  await play.open();
}

afterEach(async () => {
  await play.close();
  await run.close();
  await rm(root, { recursive: true, force: true });
});

test('a step that is stopped fails at once with all its processes, and new shells stand where the lesson works', async () => {
  await play.run('s1');
  const running = play.run('dure').then(
    () => 'held',
    () => 'failed',
  );
  while (!events.some(({ kind }) => kind === 'line')) await new Promise((done) => setTimeout(done, 20));
  play.stop();
  expect(await running).toBe('failed');
  expect(play.isUsable).toBe(false);
  await play.reopen();
  expect(play.isUsable).toBe(true);
  expect((await processesOf(run.id)).filter(({ command }) => command.startsWith('tail'))).toEqual([]);
  expect([...play.results.keys()]).toEqual([]);
  const work = play.machines[0]?.work ?? '';
  const before = await readFile(join(work, 'pid'), 'utf8');
  await play.run('s1');
  expect(await readFile(join(work, 'pid'), 'utf8')).not.toBe(before);
});

test('a check is run as often as wanted, and judged by what the lesson is at', async () => {
  expect((await play.check('verif/avant')).verdict.ok).toBe(true);
  expect((await play.check('verif/avant')).status).toBe('expected-failure');
  const early = await play.check('verif');
  expect(early.verdict.ok).toBe(false);
  await play.run('resolu');
  const passed = await play.check('verif/avant');
  expect([passed.verdict.ok, passed.outcome.output.trim()]).toEqual([true, 'bravo']);
  expect((await play.check('verif')).verdict.ok).toBe(true);
  expect(play.results.has('verif')).toBe(false);
});

test('a line says which command of its snippet printed it', async () => {
  play.stop();
  await play.close();
  await open([fence('bash', 'echo a', 'echo b; echo c'), fence('output', 'a', 'b', 'c')].join('\n\n'));
  await play.run('s1');
  const lines = events.flatMap((event) => (event.kind === 'line' ? [[event.text, event.command]] : []));
  expect(lines).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 1],
  ]);
});

/** Somebody who stands in the lesson's folder, and has nothing of the lesson in his environment. */
async function visitor() {
  const visiting = spawn('sleep', ['300'], { cwd: play.machines[0]?.work, env: { PATH: process.env['PATH'] } });
  await once(visiting, 'spawn');
  return visiting;
}

test('the presenter’s own terminal in the lesson’s folder outlives the shells and the lesson', async () => {
  await play.close();
  await open(BODY, { live: true });
  const terminal = await visitor();
  play.stop();
  await play.reopen();
  await play.close();
  expect(terminal.signalCode).toBe(null);
  expect(terminal.kill()).toBe(true);
});

test('in front of a class, what was made is waited for though its output differs: the next step needs it', async () => {
  await play.close();
  const bin = join(root, 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'kubectl'), '#!/bin/sh\necho prêt\n', { mode: 0o755 });
  const world = { ...process.env, PATH: `${bin}:${process.env['PATH']}` };
  const body = [fence('bash id=a wait="deployment/web"', 'echo configured'), fence('output', 'created')].join('\n\n');
  for (const live of [false, true]) {
    await open(body, { live, world });
    events = [];
    await expect(play.run('a')).rejects.toThrow('configured');
    expect([live, events.some(({ kind }) => kind === 'waiting')]).toEqual([live, live]);
    await play.close();
  }
});

test('where nobody presents, what holds on to the folder is what the lesson left', async () => {
  const left = await visitor();
  const [failures] = await Promise.all([play.close(), once(left, 'exit')]);
  expect(failures.map(({ message }) => message)).toEqual([expect.stringContaining('a survécu à la leçon : sleep')]);
  expect(left.signalCode).toBe('SIGKILL');
});

test('where some of what became of the lab was missed nothing of it is kept, and its author is told', async () => {
  await play.close();
  const body = fence('bash id=a', 'true');
  const lesson = lessonOf(body);
  const { none } = labsOf({ run, course: courseWith([], [lesson]), progress: () => {} });
  const drawn = { kind: 'Node', name: 'n', ready: true, schedulable: true } as const;
  for (const sawAll of [true, false]) {
    const labs: LabProvider = {
      announce: () => {},
      enter: async (entered) => {
        const lab = await none.enter(entered);
        const follow: Lab['follow'] = (tell) => {
          tell(drawn);
          return Promise.resolve({ stop: () => Promise.resolve(sawAll) });
        };
        return { ...lab, follow };
      },
    };
    await open(body, { labs });
    events = [];
    await play.run('a');
    expect(await play.close()).toEqual([]);
    const notices = events.filter(({ kind }) => kind === 'notice');
    expect([sawAll, play.events.length, notices.length]).toEqual(sawAll ? [true, 1, 0] : [false, 0, 1]);
  }
});
