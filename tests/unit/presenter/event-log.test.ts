import { expect, test } from 'vitest';
import { EventLog } from '../../../src/presenter/event-log.ts';

const line = (snippet: string, text: string) => ({ type: 'line', snippet, command: 0, text }) as const;
const ended = (snippet: string, output: string) =>
  ({ type: 'ended', snippet, ms: 1, verdict: 'same', output, commands: [] }) as const;

test('a window that comes back gets what it missed, in order, numbers growing', () => {
  const log = new EventLog();
  const { seq } = log.add(line('a', '1'));
  log.add(line('a', '2'));
  log.add(line('b', '3'));
  expect(log.after(seq).map((each) => each.type === 'line' && each.text)).toEqual(['2', '3']);
});

test('a whole output takes the place of its lines, and of no others', () => {
  const log = new EventLog();
  log.add(line('a', '1'));
  log.add(line('b', '2'));
  log.add(ended('a', '1'));
  expect(log.after(0).map(({ type }) => type)).toEqual(['line', 'ended']);
});

test('what an attempt printed goes with the next, and one state stands', () => {
  const log = new EventLog();
  log.add({ type: 'state', state: 'ready', ran: [] });
  log.add(line('a', '1'));
  log.add({ type: 'began', snippet: 'a', attempt: 2 });
  log.add({ type: 'state', state: 'running', ran: [] });
  expect(log.after(0).map(({ type }) => type)).toEqual(['began', 'state']);
});

test('of an object of the cluster the last is kept, that it is gone included', () => {
  const log = new EventLog();
  const pod = (name: string) => ({ kind: 'Pod', name, ready: true, state: 'Running', restarts: 0 }) as const;
  log.add({ type: 'cluster', event: { at: 1, object: pod('a') } });
  log.add({ type: 'cluster', event: { at: 2, object: pod('b') } });
  log.add({ type: 'cluster', event: { at: 3, object: { kind: 'Pod', name: 'a', gone: true } } });
  expect(log.after(0).map((each) => each.type === 'cluster' && each.event.at)).toEqual([2, 3]);
});

test('it is bounded', () => {
  const log = new EventLog();
  for (let index = 0; index < 50_000; index += 1) log.add({ type: 'notice', text: String(index) });
  expect(log.after(0).length).toBeLessThanOrEqual(20_000);
  expect(log.after(0).at(-1)).toMatchObject({ text: '49999' });
});

test('however much is printed, what the lesson is at stays: its state, its objects, what has ended', () => {
  const log = new EventLog();
  log.add({ type: 'state', state: 'running', ran: [], snippet: 'a' });
  log.add({ type: 'cluster', event: { at: 1, object: { kind: 'Pod', name: 'a', gone: true } } });
  log.add(ended('b', 'x'));
  log.add({ type: 'began', snippet: 'a', attempt: 1 });
  for (let index = 0; index < 50_000; index += 1) log.add(line('a', String(index)));
  const kept = log.after(0);
  expect(kept.slice(0, 4).map(({ type }) => type)).toEqual(['state', 'cluster', 'ended', 'began']);
  expect(kept.slice(4).every(({ type }) => type === 'line')).toBe(true);
  expect(kept.length).toBeLessThanOrEqual(20_004);
  expect(kept.length).toBeGreaterThan(10_000);
  expect(kept.at(-1)).toMatchObject({ text: '49999' });
});
