import { describe, expect, test } from 'vitest';
import { BoundedText } from '../../../../src/presenter/bounded-text.ts';
import { LiveState } from '../../../../src/presenter/browser/live-state.ts';
import type { ServerMessage } from '../../../../src/presenter/protocol.ts';

const entered = (epoch: string, fresh = true): ServerMessage => ({
  type: 'entered',
  epoch,
  fresh,
  lesson: 'essai',
  steps: ['s'],
});

function told(...messages: ServerMessage[]): LiveState {
  const state = new LiveState(() => 0);
  for (const message of messages) state.apply(message);
  return state;
}

describe('LiveState', () => {
  test('a new attempt forgets what the one before printed', () => {
    const state = told(
      entered('a'),
      { type: 'began', snippet: 's', attempt: 1, seq: 1 },
      { type: 'line', snippet: 's', command: 0, text: 'avant', seq: 2 },
      { type: 'began', snippet: 's', attempt: 2, seq: 3 },
      { type: 'line', snippet: 's', command: 1, text: 'un\ndeux', seq: 4 },
    );
    expect(state.runs.get('s')?.printed[0]).toBeUndefined();
    expect(String(state.runs.get('s')?.printed[1])).toBe('un\ndeux');
    expect(state.seq).toBe(4);
  });

  test('a window that comes back keeps what it saw; one whose lesson started over does not', () => {
    const began: ServerMessage = { type: 'began', snippet: 's', attempt: 1, seq: 1 };
    expect(told(entered('a'), began, entered('a', false)).runs.size).toBe(1);
    expect(told(entered('a'), began, entered('b')).runs.size).toBe(0);
    expect(told(entered('a'), began, entered('a', true)).seq).toBeUndefined();
  });
});

describe('BoundedText', () => {
  test('keeps the first and the last 5,000 lines, and says how many stood between', () => {
    const text = new BoundedText();
    for (let line = 1; line <= 30_000; line += 1) text.push(`l${line}`);
    const lines = String(text).split('\n');
    expect(lines).toHaveLength(10_001);
    expect(lines[4999]).toBe('l5000');
    expect(lines[5000]).toBe('… (20000 lignes omises) …');
    expect(lines[5001]).toBe('l25001');
    expect(lines.at(-1)).toBe('l30000');
  });
});
