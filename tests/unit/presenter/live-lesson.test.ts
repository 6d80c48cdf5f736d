import { expect, test } from 'vitest';
import { ToolError } from '../../../src/machine/tool-error.ts';
import { StepFailure } from '../../../src/session/step-failure.ts';
import { fence, lessonOf } from '../../fixtures/lesson-source.ts';
import { FakeLive, type FakePlay } from './fake-play.ts';

const LESSON = lessonOf([fence('bash id=un', 'echo un'), fence('bash id=deux', 'echo deux')].join('\n\n'));
const pod = (name: string) =>
  ({ at: 3, object: { kind: 'Pod', name, ready: true, state: 'Running', restarts: 0 } }) as const;

test('what becomes of the cluster is told, as the lab tells it', async () => {
  const fake = new FakeLive(LESSON, (play) => {
    play.open = () => Promise.resolve(play.tell({ kind: 'cluster', event: pod('web') }));
  });
  await fake.live.open();
  expect(fake.told).toContainEqual({ type: 'cluster', event: pod('web') });
  expect(fake.live.state.state).toBe('ready');
});

test('what the end of a lesson says belongs to it, not to the lesson that starts over', async () => {
  const before: string[] = [];
  const fake = new FakeLive(
    LESSON,
    (play) => {
      play.close = () => {
        play.print('un', 'adieu');
        play.judge('un');
        play.tell({ kind: 'cluster', event: pod('ancien') });
        play.tell({ kind: 'notice', text: 'une image a changé' });
        return Promise.resolve([]);
      };
    },
    { startsOver: () => before.push(...fake.told.splice(0).map(({ type }) => type)) },
  );
  await fake.live.open();
  fake.play.print('un', 'encore');
  fake.live.restart();
  await fake.reaches('ready');
  expect(before.at(-1)).toBe('line');
  await new Promise((done) => setTimeout(done, 30));
  expect(new Set(fake.told.map(({ type }) => type))).toEqual(new Set(['state', 'notice']));
  fake.play.tell({ kind: 'cluster', event: pod('nouveau') });
  expect(fake.events('cluster')).toEqual([{ type: 'cluster', event: pod('nouveau') }]);
});

test('what a step printed until it was stopped is told with its end', async () => {
  const fake = new FakeLive(LESSON, (play) => {
    play.run = (id) => {
      play.print(id, 'un début');
      return play.endless();
    };
  });
  await fake.live.open();
  fake.live.run('un');
  await fake.reaches('running');
  fake.live.stop();
  await fake.reaches('to-catch-up');
  expect(fake.events('ended')).toEqual([
    expect.objectContaining({ snippet: 'un', verdict: 'failed', message: 'arrêté', output: 'un début' }),
  ]);
  expect([fake.play.asked, fake.live.state.ran]).toEqual([['stop', 'reopen'], []]);
});

const endless = (play: FakePlay): void => {
  play.run = () => play.endless();
};

test('A again while the shells are renewed leaves the new ones alone', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const fake = new FakeLive(LESSON, (play) => {
    endless(play);
    play.reopen = () => promise.then(() => (play.isUsable = true)).then(() => undefined);
  });
  await fake.live.open();
  fake.live.run('un');
  await fake.reaches('running');
  fake.live.stop();
  await new Promise((done) => setImmediate(done));
  expect(fake.live.stop()).toBe(undefined);
  resolve();
  await fake.reaches('to-catch-up');
  expect([fake.play.asked, fake.play.isUsable]).toEqual([['stop'], true]);
});

test('new shells that are dead are not said to be usable', async () => {
  const fake = new FakeLive(LESSON, (play) => {
    endless(play);
    play.reopen = () => Promise.resolve();
  });
  await fake.live.open();
  fake.live.run('un');
  await fake.reaches('running');
  fake.live.stop();
  await fake.reaches('failed');
  expect(fake.live.run('un')).toContain('N essaie de nouveau');
});

test('N while the shells are renewed starts over, and tells of no failure', async () => {
  const { promise, reject } = Promise.withResolvers<void>();
  const fake = new FakeLive(LESSON, (play) => {
    endless(play);
    play.reopen = () => promise;
  });
  await fake.live.open();
  fake.live.run('un');
  await fake.reaches('running');
  fake.live.stop();
  await new Promise((done) => setImmediate(done));
  fake.live.restart();
  reject(new Error('stopped'));
  await fake.reaches('ready');
  expect([fake.plays.length, fake.failures]).toEqual([2, []]);
  expect(fake.events('state').map(({ state }) => state)).not.toContain('failed');
});

test('catching up runs what was not run, in order, and from new shells on all over again', async () => {
  const fake = new FakeLive(LESSON);
  await fake.live.open();
  expect(fake.live.catchUp('un')).toBe('rien n’est à rattraper');
  expect(fake.live.run('deux')).toContain('Maj+L');
  fake.live.catchUp('deux');
  await fake.reaches('ready');
  expect([fake.live.state.ran, fake.live.run('un')]).toEqual([['un'], expect.stringContaining('déjà')]);
  fake.play.run = () => fake.play.endless();
  fake.live.run('deux');
  await fake.reaches('running');
  fake.live.stop();
  await fake.reaches('to-catch-up');
  fake.live.catchUp('deux');
  await fake.reaches('ready');
  expect([fake.plays.length, fake.play.asked, fake.live.state.ran]).toEqual([2, ['run un'], ['un']]);
});

test('closing stops what runs, and says what could not be tidied up, not what the lesson left', async () => {
  const fault = new ToolError('Docker ne répond pas.', { fix: 'Démarrez-le.' });
  const fake = new FakeLive(LESSON, (play) => {
    endless(play);
    play.close = () => Promise.resolve([new StepFailure(play.step('un').snippet.position, 'laissé'), fault]);
  });
  await fake.live.open();
  fake.live.run('un');
  await fake.reaches('running');
  expect(await fake.live.close()).toEqual([fault]);
  expect([fake.play.asked, fake.failures]).toEqual([['stop'], []]);
  expect(fake.live.run('un')).toContain('s’exécute');
});

/** A step that fails so. */
const failing = (error: Error, isUsable: boolean) => (play: FakePlay) => {
  play.run = () => {
    play.isUsable = isUsable;
    return Promise.reject(error);
  };
};
const failure = new StepFailure({ file: 'lecon.mdx', line: 9, column: 1 }, 'le shell s’est fermé → retirez kill');

test.each([
  ['a step that took its shell down', failure, false, 'to-catch-up', []],
  ['a step that does not hold', failure, true, 'ready', []],
  [
    'a lab that is at fault',
    new ToolError('Docker ne répond pas.', { fix: 'Démarrez-le.' }),
    false,
    'failed',
    ['Docker'],
  ],
  ['a defect of ours', new TypeError('x is not a function'), true, 'failed', ['x is not a function']],
])('%s', async (_, error, isUsable, state, failures) => {
  const fake = new FakeLive(LESSON, failing(error, isUsable));
  await fake.live.open();
  fake.live.run('un');
  await new Promise((done) => setImmediate(done));
  await fake.reaches(state);
  expect(fake.failures.map(({ message }) => message)).toEqual(failures.map((each) => expect.stringContaining(each)));
  expect(JSON.stringify(fake.told)).not.toContain('not a function');
});
