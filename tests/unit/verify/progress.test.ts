import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Progress } from '../../../src/verify/progress.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }));
afterEach(() => void vi.useRealTimers());

function shown(stream: { isTTY?: boolean; columns?: number } = {}) {
  const written: string[] = [];
  return { progress: new Progress({ ...stream, write: (text) => written.push(text) }), written };
}

test('in a log, a wait is told when it lasts: since when, and the last line read', () => {
  const { progress, written } = shown();
  progress.task('pods · extrait 3 sur 14');
  progress.activity('attend la sortie prévue');
  vi.advanceTimersByTime(15_000);
  progress.activity('attend la sortie prévue');
  progress.detail('essai 12');
  progress.detail('« carte-x 0/1 Pending »');
  vi.advanceTimersByTime(7_000);
  progress.stop();
  expect(written).toEqual([
    '  pods · extrait 3 sur 14 · attend la sortie prévue · depuis 21 s · « carte-x 0/1 Pending »\n',
  ]);
});

test('what another wait read is not shown beside this one', () => {
  const { progress, written } = shown();
  progress.task('pods · extrait 3 sur 14');
  progress.detail('« vieux »');
  progress.activity('kubectl rollout status deployment/carte');
  vi.advanceTimersByTime(21_000);
  progress.stop();
  expect(written.join('')).not.toContain('vieux');
});

test('on a terminal the line stays one line', () => {
  const { progress, written } = shown({ isTTY: true, columns: 30 });
  progress.task('pods · extrait 3 sur 14, ligne 120');
  progress.detail('« une ligne qui n’en finit pas »');
  vi.advanceTimersByTime(1_000);
  progress.stop();
  expect(written.some((text) => text.includes('…'))).toBe(true);
  for (const text of written) expect(text.replace('\r\u001b[2K', '').length).toBeLessThan(30);
});
