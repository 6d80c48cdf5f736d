import { expect, test } from 'vitest';
import type { Lesson } from '../../../src/lesson/types.ts';
import { ToolError } from '../../../src/machine/tool-error.ts';
import type { LessonPlay } from '../../../src/play/lesson-play.ts';
import { Bridge } from '../../../src/presenter/bridge.ts';
import { fence, lessonOf } from '../../fixtures/lesson-source.ts';
import { FakePlay } from './fake-play.ts';

const UN = lessonOf(fence('bash id=un', 'echo un'));
const DEUX: Lesson = { ...UN, slug: 'deux' };
const soon = () => new Promise((done) => setImmediate(done));

/** A bridge whose lessons take until `made` to open; `failures` of what is told in the terminal. */
function opening() {
  const made = Promise.withResolvers<void>();
  const failures: string[] = [];
  const opened: string[] = [];
  const bridge = new Bridge({
    decks: new Map(),
    play: (lesson, listen) => {
      const play = new FakePlay(lesson, listen);
      play.open = () => (opened.push(lesson.slug), made.promise);
      play.close = () => Promise.resolve([new ToolError('Rien à ranger.', { fix: 'Rien.' })]);
      return play as unknown as LessonPlay;
    },
    require: () => Promise.resolve(),
    fail: ({ message }) => failures.push(message),
  });
  return { bridge, made, failures, opened };
}

test('a lab is being made until it is there, whichever lesson asked for it', async () => {
  const { bridge, made, opened } = opening();
  bridge.prepare(UN);
  await soon();
  bridge.prepare(DEUX);
  await soon();
  expect([bridge.isOpening, opened]).toEqual([true, ['essai']]);
  made.resolve();
  await soon();
  expect([bridge.isOpening, opened]).toEqual([false, ['essai', 'deux']]);
});

test('what is abandoned says nothing more, and no other lesson is opened', async () => {
  const { bridge, made, failures, opened } = opening();
  bridge.prepare(UN);
  await soon();
  bridge.prepare(DEUX);
  await soon();
  bridge.abandon();
  made.reject(new ToolError('Le cluster n’a pas pu être créé.', { fix: 'Relancez.' }));
  await soon();
  expect([failures, opened]).toEqual([[], ['essai']]);
});

test('what could not be tidied up is told when a lesson is closed', async () => {
  const { bridge, made, failures } = opening();
  bridge.prepare(UN);
  made.resolve();
  await soon();
  await bridge.close();
  expect(failures).toEqual([expect.stringContaining('Rien à ranger.')]);
});
