import { expect, test } from 'vitest';
import { fence, lessonOf } from '../../fixtures/lesson-source.ts';
import { FakeLive } from './fake-play.ts';

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
