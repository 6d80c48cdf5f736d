import { expect, test } from 'vitest';
import type { PlayListener } from '../../../src/play/events.ts';
import type { LessonPlay } from '../../../src/play/lesson-play.ts';
import { LiveLesson } from '../../../src/presenter/live-lesson.ts';
import type { BridgeEvent } from '../../../src/presenter/protocol.ts';
import { fence, lessonOf } from '../../fixtures/lesson-source.ts';

test('what becomes of the cluster is told, as the lab tells it', async () => {
  const told: BridgeEvent[] = [];
  let tell: PlayListener | undefined;
  const event = { at: 3, object: { kind: 'Pod', name: 'web', ready: true, state: 'Running', restarts: 0 } } as const;
  const play = {
    machines: [],
    open: () => Promise.resolve(tell?.({ kind: 'cluster', event })),
  } as unknown as LessonPlay;
  const live = new LiveLesson(lessonOf(fence('bash', 'true')), {
    play: (listen) => {
      tell = listen;
      return play;
    },
    require: () => Promise.resolve(),
    tell: (each) => told.push(each),
    startsOver: () => undefined,
    fail: () => undefined,
  });
  await live.open();
  expect(told).toContainEqual({ type: 'cluster', event });
  expect(live.state.state).toBe('ready');
});
